// Texts of the elements in the language of the page. In code they stand in English, where they are used; the German is in winslow/german.json, and comes with the page.
const page = globalThis.document as Document | undefined;
const german = JSON.parse(page?.getElementById('winslow-texts')?.textContent ?? '{}') as Record<string, string>;

/** How numbers and dates are written: as the page's language does, in the browser's country where that speaks it. */
export const locale = (() => {
  const language = page?.documentElement.lang || 'en';
  return globalThis.navigator?.languages?.find(spoken => spoken.split('-')[0] === language) ?? (language === 'en' ? 'en-GB' : language);
})();

/** The text in the page's language; {0}, {1} and so on stand for the values. */
export const t = (english: string, ...values: unknown[]) =>
  (german[english] ?? english).replace(/\{(\d)\}/g, (_, place: string) => words(values[Number(place)]));

/** How many there are: count(3, 'one run', '{0} runs'). */
export const count = (number: number, one: string, more: string, ...values: unknown[]) => t(number === 1 ? one : more, number, ...values);

/** Marks a text that stands in a table; t translates it where it is shown. */
export const later = (english: string) => english;

/** A number as the language writes it. */
export const decimal = (number: number, digits = 1, least = digits) => format(least, digits).format(number);

/** Made once: a format takes longer to make than a thousand numbers to write. */
const formats = new Map<string, Intl.NumberFormat>();
function format(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const made = formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, made);
  return made;
}

const words = (value: unknown) => (typeof value === 'number' ? value.toLocaleString(locale) : String(value));
