/** Makes each `path` and `module` of the manifest name the published file, not the source. */
const publishedPaths = () => ({
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const publish = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
    const walk = (node) => {
      for (const [key, value] of Object.entries(node ?? {})) {
        if ((key === 'path' || key === 'module') && typeof value === 'string') node[key] = publish(value);
        else if (typeof value === 'object') walk(value);
      }
    };
    walk(customElementsManifest);
  },
});

export default {
  globs: ['src/elements/**/*.ts'],
  // Sheets, and an index of what is loaded later: no element's, and re-exports are not understood.
  exclude: ['src/elements/**/*.styles.ts', 'src/elements/remarks.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publishedPaths()],
};
