import { Tracks } from './tracks';

/** Fills the tracks as they arrive, and says so now and then; stops when the signal says so. */
export async function load(address: string, tracks: Tracks, signal: AbortSignal, progressed: () => void) {
  const answer = await fetch(address, { signal });
  if (!answer.ok || !answer.body) throw new Error(`The tracks could not be loaded (${answer.status}). Reload the page to try again.`);
  const reader = answer.body.getReader();
  let told = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    tracks.append(value);
    if (performance.now() - told > 300) {
      told = performance.now();
      progressed();
    }
  }
  progressed();
}
