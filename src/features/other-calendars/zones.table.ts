/** Windows' names of time zones, as Outlook and Exchange write them, and the zone each means (Unicode CLDR, windowsZones, territory 001). */
const table = `
W. Europe Standard Time=Europe/Berlin|Romance Standard Time=Europe/Paris|Central Europe Standard Time=Europe/Budapest
Central European Standard Time=Europe/Warsaw|GMT Standard Time=Europe/London|Greenwich Standard Time=Atlantic/Reykjavik
FLE Standard Time=Europe/Kiev|GTB Standard Time=Europe/Bucharest|E. Europe Standard Time=Europe/Chisinau
Turkey Standard Time=Europe/Istanbul|Russian Standard Time=Europe/Moscow|Belarus Standard Time=Europe/Minsk
Kaliningrad Standard Time=Europe/Kaliningrad|Russia Time Zone 3=Europe/Samara|Saratov Standard Time=Europe/Saratov
Volgograd Standard Time=Europe/Volgograd|Azores Standard Time=Atlantic/Azores|Cape Verde Standard Time=Atlantic/Cape_Verde
Greenland Standard Time=America/Godthab|UTC=Etc/UTC|Coordinated Universal Time=Etc/UTC|Morocco Standard Time=Africa/Casablanca
W. Central Africa Standard Time=Africa/Lagos|South Africa Standard Time=Africa/Johannesburg|Egypt Standard Time=Africa/Cairo
E. Africa Standard Time=Africa/Nairobi|Libya Standard Time=Africa/Tripoli|Namibia Standard Time=Africa/Windhoek
Sudan Standard Time=Africa/Khartoum|South Sudan Standard Time=Africa/Juba|Sao Tome Standard Time=Africa/Sao_Tome
Israel Standard Time=Asia/Jerusalem|Jordan Standard Time=Asia/Amman|Middle East Standard Time=Asia/Beirut
Syria Standard Time=Asia/Damascus|West Bank Standard Time=Asia/Hebron|Arabic Standard Time=Asia/Baghdad
Arab Standard Time=Asia/Riyadh|Arabian Standard Time=Asia/Dubai|Iran Standard Time=Asia/Tehran
Azerbaijan Standard Time=Asia/Baku|Caucasus Standard Time=Asia/Yerevan|Georgian Standard Time=Asia/Tbilisi
Afghanistan Standard Time=Asia/Kabul|West Asia Standard Time=Asia/Tashkent|Pakistan Standard Time=Asia/Karachi
India Standard Time=Asia/Calcutta|Sri Lanka Standard Time=Asia/Colombo|Nepal Standard Time=Asia/Katmandu
Central Asia Standard Time=Asia/Almaty|Qyzylorda Standard Time=Asia/Qyzylorda|Bangladesh Standard Time=Asia/Dhaka
Myanmar Standard Time=Asia/Rangoon|SE Asia Standard Time=Asia/Bangkok|W. Mongolia Standard Time=Asia/Hovd
China Standard Time=Asia/Shanghai|Singapore Standard Time=Asia/Singapore|Taipei Standard Time=Asia/Taipei
Ulaanbaatar Standard Time=Asia/Ulaanbaatar|Tokyo Standard Time=Asia/Tokyo|Korea Standard Time=Asia/Seoul
North Korea Standard Time=Asia/Pyongyang|Ekaterinburg Standard Time=Asia/Yekaterinburg|Omsk Standard Time=Asia/Omsk
Altai Standard Time=Asia/Barnaul|Tomsk Standard Time=Asia/Tomsk|N. Central Asia Standard Time=Asia/Novosibirsk
North Asia Standard Time=Asia/Krasnoyarsk|North Asia East Standard Time=Asia/Irkutsk|Transbaikal Standard Time=Asia/Chita
Yakutsk Standard Time=Asia/Yakutsk|Vladivostok Standard Time=Asia/Vladivostok|Sakhalin Standard Time=Asia/Sakhalin
Magadan Standard Time=Asia/Magadan|Russia Time Zone 10=Asia/Srednekolymsk|Russia Time Zone 11=Asia/Kamchatka
AUS Eastern Standard Time=Australia/Sydney|E. Australia Standard Time=Australia/Brisbane|AUS Central Standard Time=Australia/Darwin
Cen. Australia Standard Time=Australia/Adelaide|W. Australia Standard Time=Australia/Perth|Tasmania Standard Time=Australia/Hobart
New Zealand Standard Time=Pacific/Auckland|Fiji Standard Time=Pacific/Fiji|Hawaiian Standard Time=Pacific/Honolulu
Alaskan Standard Time=America/Anchorage|Pacific Standard Time=America/Los_Angeles|Mountain Standard Time=America/Denver
US Mountain Standard Time=America/Phoenix|Central Standard Time=America/Chicago|Canada Central Standard Time=America/Regina
Central America Standard Time=America/Guatemala|Central Standard Time (Mexico)=America/Mexico_City|Eastern Standard Time=America/New_York
US Eastern Standard Time=America/Indianapolis|Atlantic Standard Time=America/Halifax|Newfoundland Standard Time=America/St_Johns
SA Pacific Standard Time=America/Bogota|SA Western Standard Time=America/La_Paz|SA Eastern Standard Time=America/Cayenne
E. South America Standard Time=America/Sao_Paulo|Argentina Standard Time=America/Buenos_Aires|Venezuela Standard Time=America/Caracas
Pacific SA Standard Time=America/Santiago|Montevideo Standard Time=America/Montevideo|Paraguay Standard Time=America/Asuncion`

export const windowsZones: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((row) => row.split('='))
    .map(([name = '', zone = '']) => [name, zone]),
)
