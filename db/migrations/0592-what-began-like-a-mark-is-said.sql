-- How a block of a script begins says what it is from here on (steps, what companies may say, what to ask): what was written before began so by chance, and stays what is said.
update script set body = regexp_replace(body, '(^\s*|\n\s*\n\s*)(?=[#>!] |\\)', '\1\\', 'g') where body ~ '(^\s*|\n\s*\n\s*)([#>!] |\\)';
