import { readSettings, SettingsError } from './settings.js';

describe('settings', () => {
  it('start from defaults that need no service', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, DATA_DIR: '.keyline', ENGINE: 'local' });
  });

  it('take an empty value as absent', () => {
    expect(readSettings({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
  });

  it.each([
    [{ PORT: 'secret-port' }, /PORT: expected a whole number/],
    [{ ENGINE: 'secret-engine' }, /ENGINE: expected one of local, llm/],
    [{ DATABASE_URL: 'secret-host' }, /DATABASE_URL: expected a URL starting with postgres:\/\//],
    [{ PRESIDIO_URL: 'secret-host' }, /PRESIDIO_URL: expected a URL starting with http:\/\/ or https:\/\//],
    [{ ENGINE: 'llm', LLM_MODEL: 'secret-model' }, /LLM_BASE_URL: required when ENGINE=llm/],
    [{ DATABASE_URL: 'postgres://secret/db' }, /HASH_KEY: required when DATABASE_URL is set/],
    [{ LLM_DAILY_TOKENS: 'secret' }, /LLM_DAILY_TOKENS: expected a whole number/],
    [{ LLM_DAILY_COST: '5', LLM_INPUT_PRICE: '1' }, /LLM_OUTPUT_PRICE: required when LLM_DAILY_COST is set/],
    [{ HASH_KEY: 'secret' }, /HASH_KEY: expected at least 16 characters/],
  ])('refuse %j by name and never quote the value', (environment, expected) => {
    const attempt = () => readSettings(environment);
    expect(attempt).toThrow(SettingsError);
    expect(attempt).toThrow(expected);
    expect(attempt).not.toThrow(/secret/);
  });

  it('name every faulty setting at once', () => {
    expect(() => readSettings({ PORT: '-1', LOG_LEVEL: 'loud' })).toThrow(/PORT: .*; LOG_LEVEL: /);
  });
});
