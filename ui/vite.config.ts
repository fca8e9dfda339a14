import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Plugin, UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

/** Of the hundreds of icons that there are only those are sent to the browser that the Java sources name. */
function usedIcons(): Plugin {
  const sources = join(__dirname, 'src/main/java');
  return {
    name: 'winslow-used-icons',
    transform(code, id) {
      if (!id.includes('@vaadin/icons/vaadin-iconset.js')) return null;
      const used = new Set<string>();
      for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.java')) continue;
        for (const [, name] of readFileSync(join(sources, file), 'utf8').matchAll(/VaadinIcon\s*\.\s*([A-Z][A-Z0-9_]*)/g))
          used.add(name.toLowerCase().replaceAll('_', '-'));
      }
      return { code: code.replace(/<g id="vaadin:([^"]+)">.*?<\/g>\n?/gs, (icon, name) => (used.has(name) ? icon : '')), map: null };
    },
  };
}

type Modules = { getModuleInfo(id: string): { importedIds: string[] } | null };

/** What every page loads at once comes in one file: thirty small ones wait for one another's connections. */
function ofEveryPage(): (id: string, modules: Modules) => string | null {
  const first = join(__dirname, 'src/main/frontend/generated/flow/generated-flow-imports.js');
  const needed = new Set<string>();
  return (id, modules) => {
    const todo = needed.size === 0 ? [first] : [];
    for (let next = todo.pop(); next; next = todo.pop()) {
      if (needed.has(next)) continue;
      needed.add(next);
      todo.push(...(modules.getModuleInfo(next)?.importedIds ?? []));
    }
    return needed.has(id) ? 'page' : null;
  };
}

const customConfig: UserConfigFn = () => ({
  plugins: [usedIcons()],
  build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: ofEveryPage() }] } } } },
});

export default overrideVaadinConfig(customConfig);
