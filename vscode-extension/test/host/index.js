// VS Code loads this in its extension host: Mocha on the tests of this folder.
const fs = require('node:fs');
const path = require('node:path');
const Mocha = require('mocha');

exports.run = () =>
  new Promise((passed, failed) => {
    const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, color: false, reporter: 'min' });
    for (const file of fs.readdirSync(__dirname)) if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
    mocha
      .run(failures => (failures === 0 ? passed() : failed(new Error(`${failures} tests failed`))))
      .on('pass', test => console.log(`host: ✓ ${test.fullTitle()}`))
      .on('fail', (test, error) => console.log(`host: ✗ ${test.fullTitle()}: ${error.stack ?? error.message}`));
  });
