import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import jest from 'eslint-plugin-jest';

const pure = [
  { object: 'Math', property: 'random', message: 'Chance is an argument: pass a seeded random.' },
  { object: 'Date', property: 'now', message: 'Time is an argument: pass a clock or a date.' },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'data', 'coverage', 'public/css'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports are named.' },
        {
          selector: 'Literal[value=/<\\/?(a|b|p|h[1-6]|div|span|table|tr|td|ul|li|svg|form|input|button)[\\s>]/]',
          message: 'HTML belongs to views/.',
        },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/app/settings.ts', 'src/main.ts', 'src/embedded-mongo/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read once, in app/settings.ts.' },
      ],
    },
  },
  {
    files: ['src/statistics/**/*.ts', 'src/features/*/domain/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...pure],
      'no-restricted-globals': ['error', 'process', 'fetch', 'console', 'setTimeout'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
        { selector: 'ExportDefaultDeclaration', message: 'Exports are named.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Tests themselves; what they share (test/support) holds the one place that skips, and says so.
    files: ['test/**/*.spec.ts'],
    plugins: { jest },
    rules: {
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', '**.expect', 'fc.assert'] }],
    },
  },
  { files: ['scripts/**/*'], rules: { 'no-console': 'off' } },
  {
    files: ['*.js', '*.cjs', '*.mjs', 'scripts/*.mjs', 'test/support/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
