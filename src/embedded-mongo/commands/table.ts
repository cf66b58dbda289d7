import { aggregate } from './aggregate';
import { collMod, create, drop, dropDatabase, listCollections, listDatabases } from './collections';
import { count, distinct } from './count-distinct';
import { deleteCommand } from './delete';
import { findAndModify } from './find-and-modify';
import { find, getMore, killCursors } from './find';
import { handshakeCommands } from './handshake';
import { createIndexes, dropIndexes, listIndexes } from './indexes';
import { insert } from './insert';
import type { Command } from './request';
import { update } from './update';
import { validate } from './validate';

/** Every command that the store knows. What is not here is refused with code 59. */
export const commandTable: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    ...handshakeCommands,
    aggregate,
    collMod,
    count,
    create,
    createIndexes,
    delete: deleteCommand,
    distinct,
    drop,
    dropDatabase,
    dropIndexes,
    find,
    findAndModify,
    findandmodify: findAndModify,
    getMore,
    insert,
    killCursors,
    listCollections,
    listDatabases,
    listIndexes,
    update,
    validate,
  }),
);
