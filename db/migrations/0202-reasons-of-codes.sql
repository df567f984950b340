-- Why a number or a code of a row could not be read is told by the room of official codes.
update import_error set code = 'official_codes' || substr(code, length('register') + 1)
where code in ('register_reason_cvr_missing', 'register_reason_cvr_letters', 'register_reason_cvr_length', 'register_reason_cvr_check',
               'register_reason_p_number', 'register_reason_industry', 'register_reason_postal_code');
