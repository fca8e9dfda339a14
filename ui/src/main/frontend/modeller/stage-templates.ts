// What stages often are, to begin with: each sets what it names and leaves the rest as it is.
import { addChild, childrenOf, setAttr, type Tree, tree } from './trees';
import { later } from '../texts';

type Template = { words: string; attrs: Record<string, string>; require: Record<string, string>; progress?: string; fail?: string };

export const STAGE_TEMPLATES: Record<string, Template> = {
  quick: { words: later('A short program'), attrs: { timeout: 'PT10M', retries: '1' }, require: { cpus: '1', memory: '1GiB' } },
  gpu: { words: later('A model on a GPU'), attrs: { timeout: 'PT12H', silence: 'PT30M', retries: '2' }, require: { cpus: '4', memory: '16GiB', gpus: '1', sharedMemory: '2GiB' }, progress: '(?<percent>[\\d.]+) ?%' },
  long: { words: later('A long computation with checkpoints'), attrs: { timeout: 'P3D', silence: 'PT1H', retries: '5', backOff: 'PT1M', checkpoint: 'PT10M' }, require: { cpus: '4', memory: '8GiB' }, progress: '(?<percent>[\\d.]+) ?%', fail: 'Traceback \\(most recent call last\\)' },
  part: { words: later('A small model on a part of a GPU'), attrs: { timeout: 'PT12H', silence: 'PT30M', retries: '2' }, require: { cpus: '2', memory: '8GiB', gpuMemory: '4GiB' }, progress: '(?<percent>[\\d.]+) ?%' },
  network: { words: later('A download from the network'), attrs: { timeout: 'PT2H', retries: '5', backOff: 'PT1M' }, require: { cpus: '1', memory: '1GiB', network: 'true' } },
};

export function applyTemplate(stage: Tree, name: string, prefix: string) {
  const template = STAGE_TEMPLATES[name];
  if (!template) return;
  for (const [attr, value] of Object.entries(template.attrs)) setAttr(stage, attr, value);
  let require = childrenOf(stage, 'require')[0];
  if (!require) addChild(stage, require = tree(prefix, 'require'));
  for (const [attr, value] of Object.entries(template.require)) setAttr(require, attr, value);
  for (const kind of ['progress', 'fail'] as const) {
    const pattern = template[kind];
    if (pattern && !childrenOf(stage, kind).some(each => each.attrs.pattern === pattern)) addChild(stage, tree(prefix, kind, { pattern }));
  }
}
