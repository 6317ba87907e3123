/** Looks of the button and the panel on the host page. Adopted by the shadow root, so neither page nor policy changes them. */
export const panelStyle = `
:host{all:initial;--brand:#17365C;--on-brand:#fff;font:400 max(19px,1.1875rem)/1.4 Inter,Arial,"Helvetica Neue",Helvetica,sans-serif;color:#0B0C0C}
*,*::before{box-sizing:border-box}
[hidden]{display:none!important}
button{font:inherit;color:inherit;cursor:pointer}
svg{width:28px;height:28px;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
:focus-visible{outline:3px solid #FD0;outline-offset:0;box-shadow:inset 0 0 0 2px #0B0C0C}
.open{position:fixed;right:24px;bottom:24px;z-index:2147483000;display:flex;align-items:center;gap:12px;min-height:60px;max-width:calc(100vw - 24px);padding:8px 24px 8px 18px;border:2px solid #fff;border-radius:32px;background:var(--brand);color:var(--on-brand);font-weight:700;text-align:left;box-shadow:0 2px 6px rgb(16 30 50/.08),0 10px 28px rgb(16 30 50/.14)}
.open:focus-visible{box-shadow:0 0 0 6px #0B0C0C}
.open small{display:block;font-size:max(16px,1rem);font-weight:400;line-height:1.2}
.open small:empty{display:none}
.panel{position:fixed;right:24px;bottom:24px;z-index:2147483000;display:flex;flex-direction:column;width:420px;height:min(760px,calc(100vh - 48px));overflow:hidden;border-radius:12px;background:#fff;box-shadow:0 4px 12px rgb(16 30 50/.1),0 24px 56px rgb(16 30 50/.22),0 0 0 1px rgb(0 0 0/.3)}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden;background:none;color-scheme:normal}
.ready iframe{visibility:visible}
.ready>:not(iframe){visibility:hidden}
.bar{display:flex;background:#A80019;color:#fff;flex:none}
.bar a{flex:1;display:flex;align-items:center;min-height:48px;padding:6px 16px;color:inherit;font-weight:700;text-underline-offset:4px}
.bar button{width:48px;height:48px;padding:0;border:0;background:none;display:grid;place-content:center}
.words{flex:1;overflow:auto;padding:16px}
.words p{margin:0 0 12px}
.words p:first-child{font-weight:700}
.words a{color:#1A56A8}
.leave{min-height:48px;margin:0 12px 12px;border:2px solid transparent;border-radius:6px;background:#0B0C0C;color:#fff;font-weight:700;flex:none}
@media(max-width:640px){.open{right:12px;bottom:12px}.panel{inset:0;width:auto;height:auto;border-radius:0;box-shadow:none}}
`
