/**
 * Domains where anyone may have a mailbox, and sites where anyone may have a page: the same one says nothing about being
 * the same company. Danish internet providers and webmail first, then the world's.
 */
export const sharedDomains: ReadonlySet<string> = new Set([
  // Danish
  'mail.dk', 'post.tele.dk', 'tele.dk', 'tdcadsl.dk', 'tdc.dk', 'jubii.dk', 'ofir.dk', 'sol.dk', 'youmail.dk', 'stofanet.dk', 'webspeed.dk', 'get2net.dk', 'mail.tele.dk',
  'privat.dk', 'cool.dk', 'vip.cybercity.dk', 'cybercity.dk', 'dlgtele.dk', 'fibermail.dk', 'profibermail.dk', 'energimail.dk', 'waoo.dk', 'altiboxmail.dk', 'nrtnord.dk',
  'c.dk', 'adr.dk', 'city.dk', 'oncable.dk', 'mailme.dk', 'dbmail.dk', 'kabelmail.dk', 'esenet.dk', 'email.dk', 'dukamail.dk', 'net.telenor.dk',
  'telenor.dk', 'fiberpost.dk', 'bbsyd.dk', 'mail-online.dk', 'wanadoo.dk', 'worldonline.dk', 'msn.dk', 'thmail.dk', 'gvdnet.dk',
  'sydfynsmail.dk', 'yousee.dk', 'fasttvnet.dk', 'tiscali.dk', 'mobilixnet.dk', 'danbbs.dk', 'zonnet.dk', 'ebmail.dk', 'flexmail.dk', 'nemmail.dk',
  // Microsoft, Google, Apple, Yahoo
  'hotmail.com', 'hotmail.dk', 'hotmail.co.uk', 'hotmail.se', 'hotmail.no', 'hotmail.de', 'outlook.com', 'outlook.dk', 'outlook.de', 'live.com', 'live.dk', 'live.co.uk', 'live.se', 'live.no',
  'msn.com', 'passport.com', 'windowslive.com', 'gmail.com', 'googlemail.com', 'icloud.com', 'me.com', 'mac.com', 'yahoo.com', 'yahoo.dk', 'yahoo.co.uk', 'yahoo.de', 'yahoo.se', 'yahoo.no',
  'ymail.com', 'rocketmail.com',
  // Others
  'aol.com', 'gmx.com', 'gmx.de', 'gmx.net', 'web.de', 't-online.de', 'freenet.de', 'mail.com', 'email.com', 'usa.net', 'inbox.com', 'protonmail.com', 'proton.me', 'pm.me', 'tutanota.com', 'tuta.io',
  'fastmail.com', 'hey.com', 'zoho.com', 'yandex.com', 'yandex.ru', 'mail.ru', 'qq.com', '163.com', 'telia.com', 'comhem.se', 'spray.se', 'bredband.net', 'online.no', 'wp.pl', 'o2.pl', 'onet.pl', 'interia.pl',
  // The demo world's own, which exist nowhere else
  'mailhuset.example', 'postkasse.example', 'bredbaandspost.example',
  // Pages, not mailboxes
  'facebook.com', 'instagram.com', 'linkedin.com', 'google.com', 'sites.google.com', 'krak.dk', 'degulesider.dk', 'proff.dk', 'business.site', 'wixsite.com', 'wordpress.com', 'one.com', 'simplesite.com', 'mono.net',
])
