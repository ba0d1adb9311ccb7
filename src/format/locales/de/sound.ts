/** The words around tones, in German. Numbers arrive formatted, names as they are. */
import type { SoundWords } from '../en/sound.js';

export const sound: SoundWords = {
  play: 'Als Töne abspielen',
  stop: 'Töne beenden',
  description:
    'Für jeden Wert ein Ton, in der Reihenfolge des Diagramms: je höher, desto mehr; Stille bedeutet keine Zahl.',
  playing: 'Töne: je höher, desto mehr.',
  series: (name, place, count) => `${name}, ${place} von ${count}`,
  nothing: 'Es gibt keine Zahl zum Abspielen.',
  notLoaded: 'Die Töne konnten nicht geladen werden.',
  silent: 'Der Browser gibt keinen Ton aus. Bitte erneut versuchen oder Ton für diese Seite erlauben.',
};
