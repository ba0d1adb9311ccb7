/** The words around tones, in Italian. Numbers arrive formatted, names as they are. */
import type { SoundWords } from '../en/sound.js';

export const sound: SoundWords = {
  play: 'Riproduci come suoni',
  stop: 'Interrompi i suoni',
  description:
    'Un suono per ogni valore, nell’ordine del grafico: più è acuto, più il valore è alto; il silenzio indica che manca il numero.',
  playing: 'Suoni: più acuto, valore più alto.',
  series: (name, place, count) => `${name}, ${place} di ${count}`,
  nothing: 'Nessun numero da riprodurre.',
  notLoaded: 'Impossibile caricare i suoni.',
  silent: 'Il browser non riproduce l’audio. Riprovare o consentire l’audio per questa pagina.',
};
