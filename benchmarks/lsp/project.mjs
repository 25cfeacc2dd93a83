// W2k: 2,000 lines in 12 files that import each other.
import fs from 'fs';
import os from 'os';
import path from 'path';
import { pathToFileURL } from 'url';

function project() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mad-w2k-'));
  for (let f = 0; f < 12; f++) {
    let text = 'import mad.blocks { Bottleneck, ConvBnRelu }\nimport mad.counting.torchvision { macs, params }\nimport mad.deepmad { entropy }\n';
    if (f > 0) text += `import "file${f - 1}.mad" { Width${f - 1}_0, Unit${f - 1}_0 }\n`;
    for (let i = 0; text.split('\n').length < 167; i++) {
      const width = f > 0 ? `Width${f - 1}_0` : '64';
      text += `\n/// A width.\nlet Width${f}_${i} = ${width} + ${8 * i}\n\nblock Unit${f}_${i}(out: channels, mid: channels = 8) {\n  ${f > 0 ? `Unit${f - 1}_0(out)` : 'conv(mid) bn relu'}\n`
        + '  add { conv(mid, kernel: 3) bn relu conv(out) bn } { if in != out { conv(out) bn } }\n  relu\n}\n\n'
        + `space Net${f}_${i} {\n  input image(channels: 3, size: 64)\n  stem ConvBnRelu(out: 8..32 step 8, stride: 2)\n`
        + `  stage s1: Unit${f}_${i}(out: 16..Width${f}_${i} step 8, mid: {8, 16}) x 1..4\n  stage s2: Bottleneck(out: 32..128 step 8, mid: 8..64 step 8, stride: 2) x 1..4\n`
        + `  head { globalpool linear(10) }\n  require nondecreasing(stages.out)\n}\n\nbudget Small${f}_${i} { macs <= 30 M, params <= 1 M }\n\n`
        + `design D${f}_${i} of Net${f}_${i} {\n  within Small${f}_${i}\n  maximize entropy(weights: [1, 1])\n  report macs, params\n}\n`;
    }
    fs.writeFileSync(path.join(folder, `file${f}.mad`), text.split('\n').slice(0, 400).join('\n'));
  }
  return folder;
}

export const folder = project();
const file = n => path.join(folder, `file${n}.mad`);
export const uriOf = n => pathToFileURL(file(n)).toString();
export const textOf = n => fs.readFileSync(file(n), 'utf8');
