export { openStorage, type Connection, type Storage, type StorageSettings } from './connect';
