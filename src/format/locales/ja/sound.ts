/** The words around tones, in Japanese. Numbers arrive formatted, names as they are. */
import type { SoundWords } from '../en/sound.js';

export const sound: SoundWords = {
  play: '音で再生',
  stop: '音を停止',
  description: 'グラフの順に、値を1つずつ音で再生します。音が高いほど値が大きく、無音は数値がないことを表します。',
  playing: '音で再生します。高いほど大きい値です。',
  series: (name, place, count) => `${name}、${count}系列中${place}番目`,
  nothing: '再生できる数値がありません。',
  notLoaded: '音を読み込めませんでした。',
  silent: 'このブラウザでは音が再生されません。もう一度試すか、このページの音声を許可してください。',
};
