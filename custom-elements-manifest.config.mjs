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

/** A manifest is for who uses the elements: their classes and events, and of those what is public. */
const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const isPublic = ({ privacy = 'public' }) => privacy === 'public';
    const isOfInterest = ({ kind, name, customElement }) =>
      kind === 'class' && (customElement || name.endsWith('Event'));
    manifest.modules = manifest.modules.filter(
      ({ path, declarations = [] }) => path.endsWith('/define.js') || declarations.some(isOfInterest),
    );
    // Files come in whatever order they are found.
    manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { declarations = [] } of manifest.modules) {
      for (const declaration of declarations) declaration.members = declaration.members?.filter(isPublic);
    }
  },
});

export default {
  globs: ['src/elements/**/*.ts'],
  // Sheets, and an index of what is loaded later: no element's, and re-exports are not understood.
  exclude: ['src/elements/**/*.styles.ts', 'src/elements/remarks.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publishedPaths(), publicOnly()],
};
