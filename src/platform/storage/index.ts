export { joinStorage, openStorage, type Connection, type Storage, type StorageSettings } from './connect';
export { insertOnce, isDuplicate } from './insert-once';
export { openDatabase, serveStore, type OpenDatabase } from './open-database';
export { restoreBackup } from './restore-backup';
export { writeBackup } from './write-backup';
