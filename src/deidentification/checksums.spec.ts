import {
  isBritishColumbiaHealthNumber,
  isCard,
  isIban,
  isIpv4,
  isOntarioHealthCard,
  isQuebecHealthNumber,
  isSocialInsurance,
  isSocialSecurity,
} from './checksums.js';

describe('checksums', () => {
  it.each([
    [
      'card',
      isCard,
      ['4111 1111 1111 1111', '5500-0000-0000-0004', '340000000000009'],
      ['4111 1111 1111 1112', '0000 0000 0000 0000', '4111'],
    ],
    [
      'social insurance number',
      isSocialInsurance,
      ['046 454 286', '130692544'],
      ['046 454 287', '800000002', '04645428'],
    ],
    [
      'social security number',
      isSocialSecurity,
      ['078-05-1120'],
      ['000-05-1120', '666-05-1120', '078-00-1120', '078-05-0000'],
    ],
    [
      'Ontario health card',
      isOntarioHealthCard,
      ['1234 567 897', '9876543217'],
      ['1234 567 890', '0234567897'],
    ],
    [
      'British Columbia health number',
      isBritishColumbiaHealthNumber,
      ['9698 658 215'],
      ['9698 658 216', '8698658215'],
    ],
    [
      'Quebec health number',
      isQuebecHealthNumber,
      ['TREM 9552 1512', 'bouj05031799'],
      ['TREM 9514 1512', 'TREM 9552 4012', 'TRE 9552 1512'],
    ],
    [
      'IBAN',
      isIban,
      ['GB82 WEST 1234 5698 7654 32', 'fr1420041010050500013m02606'],
      ['GB82 WEST 1234 5698 7654 33', 'GB82'],
    ],
    ['IPv4 address', isIpv4, ['192.168.0.1'], ['192.168.0.256']],
  ] as const)('tell a %s from other digits', (_name, check, valid, invalid) => {
    for (const value of valid) expect([value, check(value)]).toEqual([value, true]);
    for (const value of invalid) expect([value, check(value)]).toEqual([value, false]);
  });
});
