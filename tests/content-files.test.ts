import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { createContentFiles } from '../src/content-files.ts';
import { sayWhere } from '../src/core/method-changes/say-fault.ts';
import { content, faultWords } from './support/scene.ts';

const files = createContentFiles('prompts', faultWords);
let shipped: Uint8Array;
beforeAll(async () => {
  shipped = await files.pack();
});

/** The shipped archive with one file changed. */
async function changed(path: string, change: (text: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(shipped);
  zip.file(path, change((await zip.file(path)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'uint8array' });
}

describe('content files', () => {
  it('come back as they went out, the same version', async () => {
    const checked = await files.check(shipped);
    expect(checked).toEqual({
      ok: true,
      method: content.methods[0],
      tips: content.tips['vises-1'],
    });
  });

  it('are another version once a word changed, whose phrases are those that differ', async () => {
    const zip = await JSZip.loadAsync(
      await changed('phrases/fr.yaml', (text) => text.replace('language:\n  fr: "Français"', 'language:\n  fr: "français"')),
    );
    const fr = (await zip.file('method/vises-1/fr.yaml')?.async('string')) ?? '';
    zip.file('method/vises-1/fr.yaml', fr.replace(/(ask: >-\n\s+)\S+/u, '$1Racontez'));
    const checked = await files.check(await zip.generateAsync({ type: 'uint8array' }));
    expect(checked.ok ? [] : checked.faults).toEqual([]);
    expect(checked.ok && checked.method.version).not.toBe(content.methods[0]?.version);
    expect(checked.ok && checked.method.phrases).toEqual({ fr: { 'language.fr': 'français' }, nl: {}, en: {} });
  });

  it('that are wrong are answered with file, line and remedy', async () => {
    const checked = await files.check(
      await changed('method/vises-1/method.yaml', (text) => text.replace('type: long-text', 'type: poem')),
    );
    expect(checked.ok).toBe(false);
    expect(checked.ok ? [] : checked.faults).toContainEqual({
      file: 'method/vises-1/method.yaml',
      line: expect.any(Number),
      says: 'field-no-choice',
      values: expect.objectContaining({ name: 'type', value: '"poem"' }),
    });
  });

  it('hold no words of faults, and take none', async () => {
    const zip = await JSZip.loadAsync(shipped);
    expect(Object.keys(zip.files).filter((path) => path.startsWith('faults'))).toEqual([]);
    zip.file('faults/fr.yaml', 'at: {}');
    const checked = await files.check(await zip.generateAsync({ type: 'uint8array' }));
    expect(checked.ok ? [] : checked.faults).toEqual([{ file: 'faults/fr.yaml', says: 'archive-foreign', values: {} }]);
  });

  it('may lie in a folder, with what a Mac adds', async () => {
    const zip = await JSZip.loadAsync(shipped);
    const around = new JSZip();
    for (const [path, entry] of Object.entries(zip.files))
      if (!entry.dir) around.file(`nos fichiers/${path}`, entry.async('uint8array'));
    around.file('__MACOSX/._x', 'x');
    around.file('nos fichiers/.DS_Store', 'x');
    expect((await files.check(await around.generateAsync({ type: 'uint8array' }))).ok).toBe(true);
  });

  it('that are none are refused in words', async () => {
    const foreign = new JSZip();
    foreign.file('../../etc/passwd', 'x');
    foreign.file('method/vises-1/../../secret.yaml', 'x');
    const large = new JSZip();
    large.file('phrases/fr.yaml', 'a: "'.padEnd(5_000_000, 'x'));
    const bomb = await changed(
      'tips/vises-1.yaml',
      () =>
        `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
          .split('')
          .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[i]}`).join()}]`)
          .join('\n')}`,
    );
    for (const archive of [
      Buffer.from('no zip'),
      await foreign.generateAsync({ type: 'uint8array' }),
      await large.generateAsync({ type: 'uint8array' }),
      await new JSZip().generateAsync({ type: 'uint8array' }),
      bomb,
    ]) {
      const checked = await files.check(archive);
      expect(checked.ok ? [] : checked.faults).not.toEqual([]);
      for (const fault of checked.ok ? [] : checked.faults)
        expect(sayWhere(faultWords.nl, fault), 'in words').toMatch(/^\P{Lu}+: \P{Lu}.+\. \p{Lu}.+\.$|^\p{Lu}.+\. \p{Lu}.+\.$/u);
    }
  });
});
