export { joinStorage, openStorage, type Connection, type Storage, type StorageSettings } from './connect';
export { openDatabase, serveStore, type OpenDatabase } from './open-database';
export { restoreBackup } from './restore-backup';
export { writeBackup } from './write-backup';
