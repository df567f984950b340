/**
 * What the demo's consultants have said of themselves: name, trade areas, kinds of education, languages, wishes; `alt`: knows the whole offer.
 * Who stands nowhere has said nothing.
 */
export const tradeAreaRows = `
  Peter Vang | metal wood process cars building | amu-technical amu-transport recognition | eng |
  Pia Winther | care teaching | amu-health | | service
  Amir Rahimi | service care | amu-health language | ara fas |
  Lone Krag | trading offices transport | amu-business academy | deu | basic
  Karen Mølgaard | food kitchens trading | amu-food | | basic
  Ivan Kowalski | transport building cars | amu-transport | pol rus |
  Sofie Holst | food | basic general | |
  Ali Demir | | basic language | tur ara | recognition
  Fatima Haddad | | basic general language | ara fas |
  Anne Skov | | amu-technical amu-food amu-transport recognition | eng | food | alt`
