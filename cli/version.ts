export { version } from '#io';
