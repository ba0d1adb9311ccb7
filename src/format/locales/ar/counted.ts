/** Counted things in Arabic, as they stand after a preposition or in a construct. The number itself arrives formatted. */
import { type PluralForms, pluralIn } from '../plural.js';
import type { Quantity } from '../wording.js';

/** Chooses by the rules of Arabic. */
export const plural = pluralIn('ar');

/** The noun says one and two by itself; other numbers are written before it. */
const counted = ({ text, value }: Quantity, { one = '', two = '', few = '', many = '', other }: PluralForms): string =>
  plural(value, {
    one,
    two,
    few: `${text} ${few}`,
    many: `${text} ${many}`,
    other: `${text} ${other}`,
  });

/** 28 days */
export const days = (quantity: Quantity): string =>
  counted(quantity, { one: 'يوم واحد', two: 'يومين', few: 'أيام', many: 'يومًا', other: 'يوم' });

/** 45 rows */
export const rows = (quantity: Quantity): string =>
  counted(quantity, { one: 'صف واحد', two: 'صفين', few: 'صفوف', many: 'صفًا', other: 'صف' });

/** 3 columns */
export const columns = (quantity: Quantity): string =>
  counted(quantity, { one: 'عمود واحد', two: 'عمودين', few: 'أعمدة', many: 'عمودًا', other: 'عمود' });

/** 3 totals */
export const totals = (quantity: Quantity): string =>
  counted(quantity, { one: 'إجمالي واحد', two: 'إجماليين', few: 'إجماليات', many: 'إجماليًا', other: 'إجمالي' });

/** 100 people listed */
export const listedPeople = (quantity: Quantity): string =>
  counted(quantity, {
    one: 'شخص واحد مدرج',
    two: 'شخصين مدرجين',
    few: 'أشخاص مدرجين',
    many: 'شخصًا مدرجًا',
    other: 'شخص مدرج',
  });
