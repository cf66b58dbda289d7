export { isTrue } from './evaluate';
