-- Headless Neovim as a real client:  LSP_CMD="mad lsp" nvim --headless --clean -c 'luafile nvim.lua' FILE
local cmd = vim.split(os.getenv('LSP_CMD'), ' ')
local file = vim.fn.expand('%:p')
local failures = 0
local function check(what, ok, detail)
  io.stdout:write((ok and 'ok   ' or 'FAIL ') .. what .. (ok and '' or ': ' .. vim.inspect(detail)) .. '\n')
  if not ok then failures = failures + 1 end
end
local exited = nil
local id = vim.lsp.start_client({ name = 'mad', cmd = cmd, root_dir = vim.fn.fnamemodify(file, ':h'), on_exit = function(code) exited = code end })
local buffer = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(buffer, id)
local client = vim.lsp.get_client_by_id(id)
check('initialize', vim.wait(30000, function() return client.initialized end, 20))
local function ask(method, line, column, extra)
  local params = vim.tbl_extend('force', { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line, character = column } }, extra or {})
  local answer = client.request_sync(method, params, 20000, buffer)
  return answer and answer.result
end
local set = function(lines) vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines) end
local count = function() return #vim.diagnostic.get(buffer) end
set({ 'let Width = 64', 'let Twice = 2 * Widht' })
check('an error appears', vim.wait(20000, function() return count() == 1 end, 20), vim.diagnostic.get(buffer))
local actions = ask('textDocument/codeAction', 1, 17, { range = { start = { line = 1, character = 17 }, ['end'] = { line = 1, character = 17 } }, context = { diagnostics = {} } })
check('textDocument/codeAction', actions and #actions > 0 and actions[1].title == 'Change to `Width`', actions)
vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
check('the fix removes it', vim.wait(20000, function() return count() == 0 end, 20), vim.diagnostic.get(buffer))
check('textDocument/hover', vim.tbl_contains({ 'markdown', 'plaintext' }, ask('textDocument/hover', 1, 17).contents.kind))
check('textDocument/definition', #ask('textDocument/definition', 1, 17) == 1)
check('textDocument/references', #ask('textDocument/references', 1, 17, { context = { includeDeclaration = true } }) == 2)
check('textDocument/documentSymbol', #ask('textDocument/documentSymbol', 0, 0) == 2)
local range = { start = { line = 0, character = 0 }, ['end'] = { line = 2, character = 0 } }
check('textDocument/documentHighlight', #ask('textDocument/documentHighlight', 1, 17) == 2)
check('textDocument/prepareRename', ask('textDocument/prepareRename', 1, 17) ~= nil)
check('textDocument/rangeFormatting', ask('textDocument/rangeFormatting', 0, 0, { range = range, options = { tabSize = 2, insertSpaces = true } }) ~= nil)
check('workspace/symbol', #ask('workspace/symbol', 0, 0, { query = 'Twice' }) == 1)
check('textDocument/foldingRange', ask('textDocument/foldingRange', 0, 0) ~= nil)
check('textDocument/selectionRange', #ask('textDocument/selectionRange', 0, 0, { positions = { { line = 1, character = 17 } } }) == 1)
check('textDocument/semanticTokens/full', #ask('textDocument/semanticTokens/full', 0, 0).data > 0)
check('textDocument/prepareCallHierarchy', #ask('textDocument/prepareCallHierarchy', 0, 5) == 1)
check('workspace/textDocumentContent', ask('workspace/textDocumentContent', 0, 0, { uri = 'mad:/library/mad.blocks.mad' }).text:find('block') ~= nil)
local completion = ask('textDocument/completion', 1, 18)
check('textDocument/completion', completion and #completion > 0 and completion[1].label == 'Width', completion and completion[1])
vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', 1, 17, { newName = 'Breadth' }), client.offset_encoding)
check('textDocument/rename', vim.api.nvim_buf_get_lines(buffer, 0, -1, false)[2] == 'let Twice = 2 * Breadth')
local net = { 'space Net {', '  input image(channels: 3, size: 8)', '  stage s1: conv(8..16 step 8, kernel: 3) x 1..2', '}', 'metric cost = sum(layers.params)', 'design D of Net { maximize cost }' }
set(net)
check('textDocument/signatureHelp', #ask('textDocument/signatureHelp', 2, 18).signatures == 1)
check('textDocument/typeDefinition', #ask('textDocument/typeDefinition', 5, 7) == 1)
check('textDocument/codeLens', #ask('textDocument/codeLens', 0, 0) > 0)
client.request_sync('workspace/executeCommand', { command = 'mad.solve', arguments = { vim.uri_from_bufnr(buffer), 'D' } }, 20000, buffer)
check('what the solver finds arrives later', vim.wait(20000, function() return count() > 0 and vim.diagnostic.get(buffer)[1].code == 'MAD5004' end, 20), vim.diagnostic.get(buffer))
check('textDocument/inlayHint', #ask('textDocument/inlayHint', 0, 0, { range = { start = { line = 0, character = 0 }, ['end'] = { line = 5, character = 0 } } }) > 0)
set({ 'let  a=1' })
vim.lsp.util.apply_text_edits(ask('textDocument/formatting', 0, 0, { options = { tabSize = 2, insertSpaces = true } }), buffer, client.offset_encoding)
check('textDocument/formatting', vim.api.nvim_buf_get_lines(buffer, 0, -1, false)[1] == 'let a = 1')
local address = nil
for _, method in ipairs({ 'window/showMessage', 'window/showDocument' }) do
  vim.lsp.handlers[method] = function(_, said)
    address = (said.message or said.uri):match('http://%S+') or address
    return { success = true }
  end
end
local here = debug.getinfo(1, 'S').source:sub(2)
for snippet in io.open(vim.fn.fnamemodify(here, ':h') .. '/../../docs/editors.md'):read('*a'):gmatch('```lua\n(.-)```') do
  if snippet:find('MadPreview') then loadstring(snippet)() end
end
vim.cmd('MadPreview')
check('MadPreview of docs/editors.md tells the address', vim.wait(20000, function() return address ~= nil end, 20))
local page = vim.fn.system({ 'node', '-e', 'fetch(process.argv[1]).then(r => r.text()).then(console.log)', address or '' })
check('the preview is there', page:find('id="app"', 1, true) ~= nil, page)
client.stop()
check('the server ends', vim.wait(10000, function() return exited ~= nil end, 20))
io.stdout:write(failures == 0 and 'Neovim is content\n' or failures .. ' failures\n')
vim.cmd(failures == 0 and 'qa!' or 'cq!')
