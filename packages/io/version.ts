/** As in package.json, which does not come along with dist. */
export const version = '0.1.0';
