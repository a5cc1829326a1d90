// Watch lists: organisations somebody keeps an eye on, by their file numbers, under a token whose digest alone is kept: who does not have the
// token cannot find the list, and who reads the tables cannot make its address.
import { assert, type Digest, type FileNumber } from "../domain/terms/index.ts";

export interface WatchList {
  /** Digest of the token. */
  readonly token: Digest;
  readonly label: string;
  readonly files: readonly FileNumber[];
}

export interface WatchLists {
  /** Keeps a list under a token nobody had before. */
  put(list: WatchList): Promise<void>;
  find(token: Digest): Promise<WatchList | null>;
  /** Sets other files; false where there is no such list. */
  replace(token: Digest, files: readonly FileNumber[]): Promise<boolean>;
  /** Forgets it; false where there is none. */
  remove(token: Digest): Promise<boolean>;
}

/** What only a bug can hand in. */
export function assertWatchList({ token, files }: WatchList): void {
  assert(token.startsWith("sha256:"), "a watch list is kept under a digest");
  assert(new Set(files).size === files.length, "a watch list names each file once");
}

/** Watch lists in memory, for the laboratory and for tests. */
export class MemoryWatchLists implements WatchLists {
  readonly #lists = new Map<Digest, WatchList>();

  async put(list: WatchList): Promise<void> {
    assertWatchList(list);
    assert(!this.#lists.has(list.token), "a token is new");
    this.#lists.set(list.token, { ...list, files: [...list.files] });
  }

  async find(token: Digest): Promise<WatchList | null> {
    const list = this.#lists.get(token);
    return list === undefined ? null : { ...list, files: [...list.files] };
  }

  async replace(token: Digest, files: readonly FileNumber[]): Promise<boolean> {
    const list = this.#lists.get(token);
    if (list === undefined) return false;
    const changed = { ...list, files: [...files] };
    assertWatchList(changed);
    this.#lists.set(token, changed);
    return true;
  }

  async remove(token: Digest): Promise<boolean> {
    return this.#lists.delete(token);
  }
}
