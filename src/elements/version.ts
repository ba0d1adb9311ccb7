/** The version of this copy of the library: that of package.json, to which a test holds it. */
export const version = '0.1.0';
