/** The words around tones, in Arabic. Numbers arrive formatted, names as they are. */
import type { SoundWords } from '../en/sound.js';

export const sound: SoundWords = {
  play: 'تشغيل كنغمات',
  stop: 'إيقاف النغمات',
  description: 'نغمة لكل قيمة، بترتيب الرسم البياني: النغمة الأعلى قيمة أكبر، والصمت يعني عدم وجود رقم.',
  playing: 'نغمات: الأعلى أكبر.',
  series: (name, place, count) => `${name}، ${place} من ${count}`,
  nothing: 'لا يوجد رقم لتشغيله.',
  notLoaded: 'تعذر تحميل النغمات.',
  silent: 'لا يشغل المتصفح أي صوت. يرجى إعادة المحاولة أو السماح بالصوت لهذه الصفحة.',
};
