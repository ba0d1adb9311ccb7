/** What this page does beside its tags: two controls, for how the page looks and which language its elements speak. */
import '../../src/define.js';

const grounds: Readonly<Record<string, string>> = {
  paper: 'light-dark(#f3ecdf, #17120e)',
  aurora: 'light-dark(#f4f1fd, #0d0920)',
};

document.getElementById('language')?.addEventListener('change', ({ target }) => {
  const { value } = target as HTMLSelectElement;
  // The words of this page stay English.
  document.getElementById('insights')?.setAttribute('locale', value);
});

document.getElementById('theme')?.addEventListener('change', ({ target }) => {
  const [scheme = '', theme = ''] = (target as HTMLSelectElement).value.split('/');
  const { style, dataset } = document.documentElement;
  style.colorScheme = scheme;
  style.setProperty('--page', grounds[theme] ?? null);
  if (theme) dataset.insightsTheme = theme;
  else delete dataset.insightsTheme;
});
