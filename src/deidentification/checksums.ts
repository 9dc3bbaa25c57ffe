/** Digits of a text, in order, without anything else. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The Luhn check of ISO/IEC 7812-1, annex B: cards, Canadian social insurance numbers, Ontario health cards. */
export function luhn(text: string): boolean {
  const digits = digitsOf(text);
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits.length > 0 && sum % 10 === 0 && /[1-9]/.test(digits);
}

/** A payment card: 13 to 19 digits, a first digit that is issued, and Luhn. */
export function isCard(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length >= 12 && digits.length <= 19 && /^[1-69]/.test(digits) && luhn(digits);
}

/** A Canadian social insurance number: 9 digits, not starting with 8, and Luhn. */
export function isSocialInsurance(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length === 9 && !digits.startsWith('8') && luhn(digits);
}

/** A US social security number by the areas and groups that are never issued (SSA, 2011). */
export function isSocialSecurity(text: string): boolean {
  return /^(?!000|666)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digitsOf(text));
}

/** An Ontario health card: 10 digits, the first not 0, and Luhn. */
export function isOntarioHealthCard(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length === 10 && /^[1-9]/.test(digits) && luhn(digits);
}

/** A British Columbia personal health number: 10 digits from 9, weighted modulus 11. */
export function isBritishColumbiaHealthNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^9\d{9}$/.test(digits)) return false;
  const weights = [2, 4, 8, 5, 10, 9, 7, 3];
  const sum = weights.reduce((total, weight, i) => total + ((Number(digits[i + 1]) * weight) % 11), 0);
  return 11 - (sum % 11) === Number(digits[9]);
}

/** A Quebec health insurance number: four letters, then year, month (50 more for women), day and two characters. */
export function isQuebecHealthNumber(text: string): boolean {
  const match = /^[A-Z]{4}\d{2}(\d{2})(\d{2})\d{2}$/i.exec(text.replace(/[^A-Z\d]/gi, ''));
  if (!match) return false;
  const month = Number(match[1]) % 50;
  const day = Number(match[2]);
  return Number(match[1]) < 63 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** An international bank account number: ISO 13616, modulus 97. */
export function isIban(text: string): boolean {
  const value = text.replace(/[^A-Z\d]/gi, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(value)) return false;
  let rest = 0;
  for (const character of value.slice(4) + value.slice(0, 4)) {
    const digits = /\d/.test(character) ? character : String(character.charCodeAt(0) - 55);
    for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** An IPv4 address: four numbers of 0 to 255. */
export const isIpv4 = (text: string): boolean => text.split('.').every((part) => Number(part) <= 255);
