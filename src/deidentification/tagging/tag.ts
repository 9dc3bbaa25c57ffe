/** What a token is part of: nothing, a person's name, a place (town, institution, shop), a school, a street address. */
export const TAGS = ['none', 'NAME', 'PLACE', 'SCHOOL', 'ADDRESS'] as const;

export type Tag = (typeof TAGS)[number];
