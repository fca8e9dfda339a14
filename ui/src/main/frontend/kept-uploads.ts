// Which files of this machine were being sent when a page was left, so that nobody has to choose them again. Only some browsers give a page something by which it finds
// a file again, and only over a safe connection; they ask the person before it is read. Elsewhere nothing is kept, and the file is chosen again.

/** place: whose books the upload is in, and who began it. */
export type Kept = {
  id: string;
  place: string;
  folder: string;
  name: string;
  size: number;
  lastModified: number;
  sha256: string;
  at: number;
  handle: FileHandle;
};

/** As far as it is not among the types of TypeScript. */
export type FileHandle = FileSystemFileHandle & { requestPermission(mode: { mode: 'read' }): Promise<PermissionState> };

const STORE = 'uploads';
const LOCK = 'winslow-upload-';
const LONGEST_MILLIS = 30 * 24 * 3600 * 1000;

export const keeps = 'showOpenFilePicker' in window && 'locks' in navigator;

export const keep = (upload: Kept) => run('readwrite', store => store.put(upload));

export const forget = (id: string) => run('readwrite', store => store.delete(id));

/** Those of a place that no page of this browser sends right now, in the order in which they were begun. */
export async function keptOf(place: string): Promise<Kept[]> {
  // First, since one that has arrived is forgotten before it is let go.
  const held = new Set((await navigator.locks.query()).held?.map(lock => lock.name));
  const all = await run<Kept[]>('readonly', store => store.getAll());
  const old = all.filter(each => Date.now() - each.at > LONGEST_MILLIS);
  await Promise.all(old.map(each => forget(each.id)));
  return all
    .filter(each => !old.includes(each) && each.place === place && !held.has(LOCK + each.id))
    .sort((one, other) => one.at - other.at);
}

/** Sends it from this page alone, until what is answered is called or the page is left; nothing where another page does. */
export function hold(id: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(LOCK + id, { ifAvailable: true }, lock => {
        if (lock) return new Promise<void>(release => resolve(release));
        resolve(undefined);
        return undefined;
      })
      .catch(reject);
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const opened = indexedDB.open('winslow-uploads', 1);
  opened.onupgradeneeded = () => opened.result.createObjectStore(STORE, { keyPath: 'id' });
  const database = await answer<IDBDatabase>(opened);
  try {
    return await answer<T>(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function answer<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
