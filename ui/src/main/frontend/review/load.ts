import { Tracks } from './tracks';
import { t } from '../texts';

/** Fills the tracks as they arrive, and says so now and then; stops when the signal says so. */
export async function load(address: string, tracks: Tracks, signal: AbortSignal, progressed: () => void) {
  const answer = await fetch(address, { signal });
  if (!answer.ok || !answer.body) throw new Error(t('The tracks could not be loaded ({0}). Reload the page to try again.', answer.status));
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
