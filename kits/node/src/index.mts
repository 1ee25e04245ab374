// The same module for `import` and `require`: one class, whichever way a project asks for it.
export * from './index.js';
