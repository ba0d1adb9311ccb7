/** The words around tones, in Brazilian Portuguese. Numbers arrive formatted, names as they are. */
import type { SoundWords } from '../en/sound.js';

export const sound: SoundWords = {
  play: 'Reproduzir como tons',
  stop: 'Parar os tons',
  description: 'Um tom para cada valor, na ordem do gráfico: quanto mais agudo, maior; o silêncio é falta de número.',
  playing: 'Tons: quanto mais agudo, maior.',
  series: (name, place, count) => `${name}, ${place} de ${count}`,
  nothing: 'Não há nenhum número para reproduzir.',
  notLoaded: 'Não foi possível carregar os tons.',
  silent: 'O navegador não reproduz som. Tente novamente ou permita o som nesta página.',
};
