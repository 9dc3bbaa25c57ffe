import type { Entity } from '../deidentification.types.js';

/** What Presidio's kinds are here, by the names of its documentation ("PII entities supported by Presidio"). */
const ENTITY_OF: Readonly<Record<string, Entity>> = {
  PERSON: 'NAME',
  LOCATION: 'PLACE',
  GPE: 'PLACE',
  FAC: 'PLACE',
  ADDRESS: 'ADDRESS',
  STREET_ADDRESS: 'ADDRESS',
  ZIP_CODE: 'POSTAL_CODE',
  POSTAL_CODE: 'POSTAL_CODE',
  UK_POSTCODE: 'POSTAL_CODE',
  PHONE_NUMBER: 'PHONE',
  EMAIL_ADDRESS: 'EMAIL',
  URL: 'URL',
  DOMAIN_NAME: 'URL',
  USERNAME: 'HANDLE',
  IP_ADDRESS: 'IP',
  MAC_ADDRESS: 'IP',
  CREDIT_CARD: 'CARD',
  IBAN_CODE: 'BANK_ACCOUNT',
  US_BANK_NUMBER: 'BANK_ACCOUNT',
  CRYPTO: 'BANK_ACCOUNT',
  US_MBI: 'HEALTH_NUMBER',
  UK_NHS: 'HEALTH_NUMBER',
  AU_MEDICARE: 'HEALTH_NUMBER',
  CA_SIN: 'ID_NUMBER',
  US_SSN: 'ID_NUMBER',
  US_ITIN: 'ID_NUMBER',
  US_NPI: 'ID_NUMBER',
  US_DRIVER_LICENSE: 'ID_NUMBER',
  US_PASSPORT: 'ID_NUMBER',
  MEDICAL_LICENSE: 'ID_NUMBER',
};

/** Kinds that stay here by rule (docs/privacy.md): they identify nobody alone. */
const STAYS = new Set(
  'DATE_TIME DATE TIME AGE NRP NORP NATIONALITY RELIGION LANGUAGE GENDER TITLE PROFESSION ORGANIZATION ORGANISATION ORG EVENT PRODUCT WORK_OF_ART LAW MONEY PERCENT QUANTITY CARDINAL ORDINAL MISC MISCELLANEOUS'.split(
    ' ',
  ),
);

/**
 * What a kind of Presidio's is here; undefined where it stays. One that nobody foresaw is a number that identifies:
 * whoever gave their analyzer a recognizer more wants what it finds gone.
 */
export function entityOf(type: string): Entity | undefined {
  const name = type.toUpperCase();
  return STAYS.has(name) ? undefined : (ENTITY_OF[name] ?? 'ID_NUMBER');
}
