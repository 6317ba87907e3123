/** Looks of the button and the panel on the host page. Adopted by the shadow root, so neither page nor policy changes them. */
export const panelStyle = `
:host{all:initial;--brand:#17365C;--on-brand:#fff;font:400 max(19px,1.1875rem)/1.4 Inter,Arial,Helvetica,sans-serif;color:#0B0C0C}
*{box-sizing:border-box}
[hidden]{display:none!important}
button{font:inherit;color:inherit;cursor:pointer}
:focus-visible{outline:3px solid #FD0;box-shadow:inset 0 0 0 2px #0B0C0C}
.open,.panel{position:fixed;right:24px;bottom:24px;z-index:2147483000;box-shadow:0 8px 32px rgb(16 30 50/.25)}
.open{display:flex;align-items:center;gap:12px;min-height:60px;padding:8px 24px 8px 18px;border:2px solid #fff;border-radius:32px;background:var(--brand);color:var(--on-brand);font-weight:700;line-height:1.25;text-align:left}
.open::before{content:"";width:26px;height:24px;background:currentColor;clip-path:polygon(0 0,100% 0,100% 75%,50% 75%,25% 100%,25% 75%,0 75%)}
.open:focus-visible{box-shadow:0 0 0 6px #0B0C0C}
small{display:block;font-size:max(16px,1rem);font-weight:400}
.panel{display:flex;flex-direction:column;width:420px;height:min(760px,100vh - 48px);overflow:hidden;border-radius:12px;background:#fff;outline:1px solid rgb(0 0 0/.3)}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden}
.ready *{visibility:hidden}
.ready iframe{visibility:visible}
.bar{display:flex;background:#A80019;color:#fff;font-weight:700}
.bar a{flex:1;padding:10px 16px;color:inherit}
.bar button{width:48px;border:0;background:none;font-size:1.5em}
.words{flex:1;padding:0 16px}
h2{font-size:1.2em}
.words a{color:#1A56A8}
.leave{min-height:48px;margin:12px;border:2px solid transparent;border-radius:6px;background:#0B0C0C;color:#fff;font-weight:700}
@media(max-width:640px){.open{right:12px;bottom:12px}.panel{inset:0;width:auto;height:auto;border-radius:0}}`
