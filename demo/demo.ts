/** What the demo page does beside its tags: one control, which sets how the page looks. */
import '../src/define.js';

const grounds: Readonly<Record<string, string>> = {
  paper: 'light-dark(#f3ecdf, #17120e)',
  aurora: 'light-dark(#f4f1fd, #0d0920)',
};

document.getElementById('theme')?.addEventListener('change', ({ target }) => {
  const [scheme = '', theme = ''] = (target as HTMLSelectElement).value.split('/');
  const { style, dataset } = document.documentElement;
  style.colorScheme = scheme;
  style.setProperty('--page', grounds[theme] ?? null);
  if (theme) dataset.insightsTheme = theme;
  else delete dataset.insightsTheme;
});
