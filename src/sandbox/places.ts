/**
 * Where the people of the sandbox live: countries as ISO 3166-1 codes, cities in the API's form "City, Region".
 *
 * Weights are parts of all people; those of a country include its cities.
 */
interface Country {
  readonly code: string;
  readonly weight: number;
  readonly cities?: Readonly<Record<string, number>>;
}

const countries: readonly Country[] = [
  {
    code: 'DE',
    weight: 262,
    cities: {
      'Berlin, Berlin': 58,
      'Hamburg, Hamburg': 25,
      'München, Bavaria': 23,
      'Köln, North Rhine-Westphalia': 15,
      'Frankfurt am Main, Hesse': 11,
      'Leipzig, Saxony': 9,
      'Stuttgart, Baden-Württemberg': 8,
      'Düsseldorf, North Rhine-Westphalia': 8,
      'Dresden, Saxony': 5,
      'Hannover, Lower Saxony': 4,
      'Bremen, Bremen': 3,
      'Nürnberg, Bavaria': 3,
    },
  },
  {
    code: 'AT',
    weight: 171,
    cities: {
      'Wien, Vienna': 82,
      'Graz, Styria': 17,
      'Linz, Upper Austria': 10,
      'Salzburg, Salzburg': 7,
      'Innsbruck, Tyrol': 6,
    },
  },
  {
    code: 'CH',
    weight: 71,
    cities: {
      'Zürich, Canton of Zürich': 22,
      'Basel, Basel-Stadt': 8,
      'Bern, Canton of Bern': 6,
      'Genève, Canton of Geneva': 4,
    },
  },
  {
    code: 'US',
    weight: 64,
    cities: { 'New York, New York': 11, 'Los Angeles, California': 7, 'Chicago, Illinois': 3, 'Portland, Oregon': 2 },
  },
  {
    code: 'BR',
    weight: 52,
    cities: {
      'São Paulo, São Paulo (state)': 14,
      'Rio de Janeiro, Rio de Janeiro (state)': 7,
      'Curitiba, Paraná (state)': 3,
      'Belo Horizonte, Minas Gerais': 3,
    },
  },
  { code: 'GB', weight: 44, cities: { 'London, England': 17, 'Manchester, England': 3, 'Edinburgh, Scotland': 2 } },
  { code: 'IT', weight: 39, cities: { 'Milano, Lombardy': 9, 'Roma, Lazio': 5, 'Torino, Piedmont': 2 } },
  { code: 'FR', weight: 33, cities: { 'Paris, Île-de-France': 11, 'Lyon, Auvergne-Rhône-Alpes': 3 } },
  { code: 'NL', weight: 29, cities: { 'Amsterdam, North Holland': 8, 'Rotterdam, South Holland': 4 } },
  { code: 'SE', weight: 25, cities: { 'Stockholm, Stockholm County': 9, 'Göteborg, Västra Götaland County': 4 } },
  {
    code: 'DK',
    weight: 22,
    cities: { 'Copenhagen, Capital Region of Denmark': 10, 'Aarhus, Central Denmark Region': 3 },
  },
  { code: 'ES', weight: 21, cities: { 'Barcelona, Cataluña': 6, 'Madrid, Comunidad de Madrid': 5 } },
  { code: 'PL', weight: 18, cities: { 'Warsaw, Masovian Voivodeship': 5, 'Kraków, Lesser Poland Voivodeship': 3 } },
  { code: 'TR', weight: 15, cities: { 'Istanbul, Istanbul Province': 7 } },
  { code: 'CZ', weight: 13, cities: { 'Prague, Prague': 6 } },
  { code: 'NO', weight: 11, cities: { 'Oslo, Oslo': 5 } },
  { code: 'BE', weight: 11, cities: { 'Antwerp, Flemish Region': 3 } },
  { code: 'IN', weight: 10, cities: { 'Mumbai, Maharashtra': 2 } },
  { code: 'JP', weight: 9, cities: { 'Tokyo, Tokyo': 4 } },
  { code: 'FI', weight: 8, cities: { 'Helsinki, Uusimaa': 4 } },
  { code: 'CA', weight: 8, cities: { 'Toronto, Ontario': 3 } },
  { code: 'HU', weight: 7, cities: { 'Budapest, Budapest': 4 } },
  { code: 'AU', weight: 7, cities: { 'Melbourne, Victoria': 3 } },
  { code: 'PT', weight: 6, cities: { 'Lisbon, Lisbon District': 3 } },
  { code: 'MX', weight: 6, cities: { 'Mexico City, Distrito Federal': 3 } },
  ...Object.entries({
    SI: 5,
    HR: 5,
    GR: 4,
    UA: 4,
    RO: 4,
    AR: 4,
    SK: 3,
    IE: 3,
    KR: 3,
    IR: 3,
    RS: 2.5,
    IL: 2.5,
    LU: 2.5,
    LI: 2,
    ID: 2,
    CO: 2,
    CL: 2,
    ZA: 2,
    BG: 1.5,
    LT: 1.5,
    EE: 1.2,
    LV: 1.2,
    AE: 1.2,
    EG: 1.2,
    MA: 1,
    TH: 1,
    NZ: 1,
    TW: 1,
    PE: 1,
    IS: 0.8,
  }).map(([code, weight]) => ({ code, weight })),
];

export interface Place {
  readonly country: string;
  /** Not there for those who live in none of the cities above. */
  readonly city?: string;
  readonly weight: number;
}

/** Every city, and what is left of its country. */
export const places: readonly Place[] = countries.flatMap(({ code, weight, cities = {} }) => {
  const listed = Object.entries(cities).map(([city, part]) => ({ country: code, city, weight: part }));
  const elsewhere = weight - listed.reduce((total, place) => total + place.weight, 0);
  return [...listed, { country: code, weight: elsewhere }];
});
