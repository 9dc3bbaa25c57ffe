import { isNativeError } from 'node:util/types';
import { Logger } from '@nestjs/common';
import { SettingsError } from '../../config/settings.js';
import { BodyTooLarge, limitedFetch } from '../../llm/openai/limited.fetch.js';
import { Turns } from '../../operations/turns.js';
import { THRESHOLD } from '../deidentification.types.js';
import { type PresidioFinding, readAnswer } from './presidio.answer.js';
import { PresidioError } from './presidio.error.js';

/** Requests in flight at a time, over all conversations. */
const AT_ONCE = 8;
/** No right answer about a message comes near this many bytes. */
const MOST_BYTES = 4_000_000;
/** A server closes idle connections when it likes: the first request on one may find it gone. */
const ATTEMPTS = 2;

export interface PresidioOptions {
  /** The analyzer's address, without `/analyze`; a user and password in it are sent as basic authentication. */
  url: string;
  /** Milliseconds for one answer, from the request to its last byte. */
  deadline?: number;
}

/**
 * A Microsoft Presidio analyzer, asked by its REST API (`POST /analyze`). The only way on which raw text leaves this
 * process: to the address in the settings and to no other.
 */
export class PresidioAnalyzer {
  private readonly turns = new Turns(AT_ONCE);
  private readonly fetch = limitedFetch(MOST_BYTES);
  private readonly endpoint: URL;
  private readonly headers: Record<string, string> = { 'content-type': 'application/json' };
  private readonly deadline: number;
  private readsFrench = false;

  private constructor({ url, deadline = 10_000 }: PresidioOptions) {
    this.endpoint = new URL(url);
    this.endpoint.pathname = this.endpoint.pathname.replace(/\/?$/, '/analyze');
    const { username, password } = this.endpoint;
    if (username !== '') {
      const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
      this.headers['authorization'] = `Basic ${Buffer.from(user).toString('base64')}`;
      this.endpoint.username = this.endpoint.password = '';
    }
    this.deadline = deadline;
  }

  /**
   * An analyzer that has answered a trial question, and has shown whether it reads French: one that is set up for
   * English alone answers French with an error.
   * @throws SettingsError one line that names the setting
   */
  static async connect(options: PresidioOptions): Promise<PresidioAnalyzer> {
    const analyzer = new PresidioAnalyzer(options);
    try {
      await analyzer.analyze(['hello'], 'en');
      analyzer.readsFrench = await analyzer.answers('fr');
    } catch (error) {
      throw error instanceof PresidioError ? new SettingsError(error.message) : error;
    }
    const languages = analyzer.readsFrench
      ? 'English and French'
      : 'English only, and French texts as English';
    new Logger(PresidioAnalyzer.name).log(`The Presidio analyzer reads ${languages}`);
    return analyzer;
  }

  /**
   * @param texts NFC-normalised
   * @param language of them all, as an ISO 639-1 code; what the analyzer does not read is read as English
   * @returns for each text what was found in it
   * @throws PresidioError where one text has no usable answer; the others are given up
   */
  async analyze(texts: readonly string[], language: string): Promise<PresidioFinding[][]> {
    const spoken = language === 'fr' && this.readsFrench ? 'fr' : 'en';
    const given = new AbortController();
    const asked = new Map<string, Promise<PresidioFinding[]>>();
    for (const text of texts)
      if (/[\p{L}\p{N}]/u.test(text) && !asked.has(text))
        asked.set(
          text,
          this.turns.run(() => this.ask(text, spoken, given.signal)),
        );
    try {
      return await Promise.all(texts.map((text) => asked.get(text) ?? []));
    } finally {
      given.abort();
      await Promise.allSettled(asked.values());
    }
  }

  /** Whether the analyzer is set up for a language. */
  private async answers(language: string): Promise<boolean> {
    try {
      await this.ask('bonjour', language, new AbortController().signal);
      return true;
    } catch (error) {
      if (error instanceof PresidioError && error.fault === 'status') return false;
      throw error;
    }
  }

  private async ask(text: string, language: string, given: AbortSignal): Promise<PresidioFinding[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.request(text, language, given);
      } catch (error) {
        const again = error instanceof PresidioError && error.fault === 'unreachable' && attempt < ATTEMPTS;
        if (!again || given.aborted) throw error;
      }
    }
  }

  private async request(text: string, language: string, given: AbortSignal): Promise<PresidioFinding[]> {
    const deadline = AbortSignal.timeout(this.deadline);
    let body: string;
    try {
      const response = await this.fetch(this.endpoint, {
        method: 'POST',
        headers: this.headers,
        body: JSON.stringify({ text, language, score_threshold: THRESHOLD }),
        signal: AbortSignal.any([given, deadline]),
      });
      // Read to its end also where it is an error, so that the connection serves again.
      body = await response.text();
      if (!response.ok) throw new PresidioError('status', response.status);
    } catch (error) {
      throw named(error, deadline);
    }
    return readAnswer(body, text);
  }
}

/** The reason in our own words: a cause may quote what was sent. */
function named(error: unknown, deadline: AbortSignal): PresidioError {
  if (error instanceof PresidioError) return error;
  if (deadline.aborted) return new PresidioError('timeout');
  for (let each = error; isNativeError(each); each = each.cause)
    if (each instanceof BodyTooLarge) return new PresidioError('too_large');
  return new PresidioError('unreachable');
}
