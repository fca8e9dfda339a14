// Calls a person who looks elsewhere: a number in the tab, on its title and its sign, and notifications of the desktop where the person wants them in this browser.
import { count, t } from './texts';

const CHOICE = 'winslow-told';
const SIGN = 'link[rel~="icon"]';

class Bell extends HTMLElement {
  private readonly button = document.createElement('button');
  private readonly plain = document.querySelector<HTMLLinkElement>(SIGN)?.href ?? '';
  private readonly titles = new MutationObserver(() => this.mark());
  private readonly looked = () => {
    if (looksHere()) document.querySelector('main.winslow-page')?.dispatchEvent(new Event('winslow-looked-at'));
  };
  private waits = 0;

  connectedCallback() {
    this.button.type = 'button';
    this.button.className = 'winslow-bell';
    this.button.onclick = () => void this.change();
    if (!this.button.isConnected) this.append(this.button);
    this.titles.observe(document.head, { subtree: true, childList: true, characterData: true });
    document.addEventListener('visibilitychange', this.looked);
    window.addEventListener('focus', this.looked);
    this.draw();
    this.mark();
  }

  disconnectedCallback() {
    this.titles.disconnect();
    document.removeEventListener('visibilitychange', this.looked);
    window.removeEventListener('focus', this.looked);
  }

  set waiting(number: number) {
    this.waits = number;
    this.mark();
  }

  get waiting() {
    return this.waits;
  }

  /** Something happened; said only where the person looks elsewhere. Of several tabs the browser shows one. */
  tell(words: string, about: string, address: string, id: string) {
    if (!this.isOn() || looksHere()) return;
    const notice = new Notification(words, { body: about, tag: `winslow-${id}`, icon: this.plain });
    notice.onclick = () => {
      window.focus();
      window.location.assign(new URL(address, document.baseURI));
      notice.close();
    };
  }

  private isOn() {
    return 'Notification' in window && Notification.permission === 'granted' && localStorage.getItem(CHOICE) === 'on';
  }

  /** The browser is asked only here, by the person's own click. */
  private async change() {
    if (this.isOn()) {
      localStorage.removeItem(CHOICE);
    } else if ('Notification' in window && (await Notification.requestPermission()) === 'granted') {
      localStorage.setItem(CHOICE, 'on');
    }
    this.draw();
  }

  private draw() {
    const refused = !('Notification' in window) || Notification.permission === 'denied';
    const on = this.isOn();
    this.button.setAttribute('aria-pressed', String(on));
    this.button.disabled = refused;
    this.button.title = refused
      ? t('This browser does not show notifications of this page. Its settings for the page can allow them.')
      : on ? t('You are told of failures and tasks while you look elsewhere. Click for silence.') : t('Be told of failures and tasks while you look elsewhere');
    this.button.innerHTML = `<svg viewBox="0 0 24 24" width="18" height="18" fill="${on ? 'currentColor' : 'none'}" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20a2 2 0 0 0 4 0" stroke-linejoin="round"/></svg>`;
  }

  private mark() {
    const bare = document.title.replace(/^\(\d+\) /, '');
    const title = this.waits ? `(${this.waits}) ${bare}` : bare;
    if (document.title !== title) document.title = title;
    const label = t('Notifications on this desktop');
    this.button.setAttribute('aria-label', this.waits ? `${label}. ${count(this.waits, 'One thing waits for you', '{0} things wait for you')}` : label);
    const sign = document.querySelector<HTMLLinkElement>(SIGN);
    const href = this.waits ? badge(this.waits) : this.plain;
    if (sign && sign.href !== href) sign.href = href;
  }
}

const looksHere = () => document.visibilityState === 'visible' && document.hasFocus();

const badge = (number: number) =>
  'data:image/svg+xml,' + encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#c2410c"/><text x="16" y="23" font-family="sans-serif" font-size="${number > 9 ? 17 : 21}" font-weight="700" text-anchor="middle" fill="#fff">${number > 99 ? '99+' : number}</text></svg>`);

customElements.define('winslow-bell', Bell);
