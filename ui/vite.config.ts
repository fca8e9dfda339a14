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

const customConfig: UserConfigFn = () => ({ plugins: [usedIcons()] });

export default overrideVaadinConfig(customConfig);
