/** What the build writes above the worker's text. */
declare const BUILD: {
  /** Digest of the pages and of the names of all files. */
  version: string;
  /** For each language: what its addresses begin with, and its page for what isn't kept; the longest beginning first. */
  pages: [string, string][];
};

/** The parts of the Service Worker API that the worker uses; the library of types has it only in place of the DOM. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerFetchEvent extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerMessageEvent extends WorkerEvent {
  data: unknown;
  ports: readonly MessagePort[];
}

interface SiteWorker {
  addEventListener(type: "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: WorkerFetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: WorkerMessageEvent) => void): void;
  clients: { claim(): Promise<void> };
  /** This worker itself; older browsers don't tell. */
  serviceWorker?: ServiceWorker;
}
