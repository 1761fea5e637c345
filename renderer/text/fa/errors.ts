import type { ErrorTexts } from '../error-text-key.ts';

export const errors: ErrorTexts = {
  'computer-offline': {
    message: 'این رایانه به شبکه وصل نیست.',
    nextStep: 'کابل شبکه، وای‌فای یا VPN را وصل کنید. دایال‌دسک خودش ادامه می‌دهد.',
  },
  'pbx-not-configured': {
    message: 'هنوز مرکز تلفنی تنظیم نشده است.',
    nextStep: 'نشانی سیموتل را در تنظیمات، بخش اتصال وارد کنید.',
  },
  'pbx-address-invalid/empty': {
    message: 'نشانی خالی است.',
    nextStep: 'نشانی سیموتل را بنویسید، برای نمونه 192.168.1.10.',
  },
  'pbx-address-invalid/unreadable': {
    message: 'این نوشته نشانی درستی نیست.',
    nextStep: 'نام یا نشانی IP را بنویسید و اگر لازم است درگاه را هم، برای نمونه 192.168.1.10:8080.',
  },
  'pbx-address-invalid/scheme': {
    message: 'ابتدای نشانی چیزی جز http یا https است.',
    nextStep: 'ابتدای آن را بردارید یا https بنویسید.',
  },
  'pbx-address-invalid/port': {
    message: 'درگاه باید عددی میان 1 و 65535 باشد.',
    nextStep: 'عدد پس از دونقطه را درست کنید یا آن را بردارید.',
  },
  'pbx-address-invalid/query-or-fragment': {
    message: 'در نشانی ? یا # هست و نمی‌توان آن را به کار برد.',
    nextStep: 'از آن نشانه به بعد را پاک کنید.',
  },
  'pbx-address-invalid/own-listener': {
    message: 'خود دایال‌دسک روی این نشانی منتظر رویدادهاست.',
    nextStep: 'نشانی مرکز تلفن را بنویسید.',
  },
  'pbx-address-invalid/forbidden-host': {
    message: 'دایال‌دسک به این نشانی درخواست نمی‌فرستد.',
    nextStep: 'نشانی مرکز تلفن در شبکهٔ خودتان را بنویسید.',
  },
  'pbx-plain-http-public': {
    message: '{{host}} بیرون از شبکهٔ خصوصی شماست و ارتباط رمزنگاری نمی‌شود.',
    nextStep: 'نشانی https به کار ببرید یا در تنظیمات، بخش اتصال اجازه دهید.',
  },
  'pbx-name-not-found': {
    message: 'نام {{host}} پیدا نشد.',
    nextStep: 'املای آن را بررسی کنید یا نشانی IP را بنویسید.',
  },
  'pbx-unreachable': {
    message: 'از این رایانه به {{host}} دسترسی نیست.',
    nextStep: 'کابل شبکه، وای‌فای یا VPN را بررسی و دوباره تلاش کنید.',
  },
  'pbx-connection-refused': {
    message: '{{host}} پاسخ می‌دهد، ولی روی آن درگاه چیزی گوش نمی‌دهد.',
    nextStep: 'شمارهٔ درگاه و روشن بودن API در سیموتل را بررسی کنید.',
  },
  'pbx-timeout/connect': {
    message: '{{host}} به‌موقع پاسخ نداد.',
    nextStep: 'نشانی و شبکه را بررسی و دوباره تلاش کنید.',
  },
  'pbx-timeout/answer': {
    message: '{{host}} درخواست را گرفت ولی به‌موقع پاسخ نداد.',
    nextStep: 'شاید مرکز تلفن سرش شلوغ است. پیش از تلاش دوباره به تلفن خود نگاه کنید.',
  },
  'pbx-timeout/body': {
    message: 'پاسخ {{host}} نیمه‌کاره ماند.',
    nextStep: 'شبکه را بررسی و دوباره تلاش کنید.',
  },
  'pbx-connection-lost': {
    message: 'ارتباط با {{host}} قطع شد.',
    nextStep:
      'شبکه را بررسی کنید و ببینید آیا نشانی باید با https آغاز شود. اگر تماس می‌گرفتید، پیش از تماس دوباره به تلفن خود نگاه کنید.',
  },
  'pbx-bad-certificate/self-signed': {
    message: 'گواهی {{host}} را خودش امضا کرده است.',
    nextStep: 'پیش از اعتماد، اثر انگشت آن را با آنچه روی مرکز تلفن است مقایسه کنید.',
  },
  'pbx-bad-certificate/untrusted': {
    message: 'صادرکنندهٔ گواهی {{host}} برای این رایانه معتبر نیست.',
    nextStep: 'پیش از اعتماد، اثر انگشت آن را با آنچه روی مرکز تلفن است مقایسه کنید.',
  },
  'pbx-bad-certificate/expired': {
    message: 'گواهی {{host}} منقضی شده است.',
    nextStep: 'از مدیر مرکز تلفن بخواهید آن را تازه کند و ساعت این رایانه را بررسی کنید.',
  },
  'pbx-bad-certificate/wrong-host': {
    message: 'گواهی به نام دیگری جز {{host}} است.',
    nextStep: 'نامی را که گواهی برای آن صادر شده به کار ببرید یا از مدیر سامانه بپرسید.',
  },
  'pbx-bad-certificate/other': {
    message: 'گواهی {{host}} پذیرفتنی نیست.',
    nextStep: 'از مدیر مرکز تلفن بخواهید گواهی را بررسی کند.',
  },
  'pbx-certificate-changed': {
    message: 'گواهی {{host}} با گواهی‌ای که به آن اعتماد کرده‌اید فرق دارد.',
    nextStep: 'چیزی فرستاده نشد. پیش از اعتماد به گواهی تازه از مدیر سامانه بپرسید که آیا تمدید شده است.',
  },
  'pbx-tls-failed': {
    message: 'ارتباط رمزنگاری‌شده با {{host}} برقرار نشد.',
    nextStep: 'بررسی کنید که نشانی با http است یا https و درگاه درست است.',
  },
  'pbx-redirected': {
    message: 'مرکز تلفن ما را به {{targetHost}} فرستاد (وضعیت {{status}}). دایال‌دسک دنبال نمی‌کند.',
    nextStep: 'اگر آن نشانی درست است، در تنظیمات، بخش اتصال بنویسید.',
  },
  'pbx-wrong-path': {
    message: 'کارساز وب پاسخ می‌دهد، ولی API سیموتل در این مسیر نیست (وضعیت {{status}}).',
    nextStep: 'مسیر نشانی را بررسی کنید؛ سیموتل ‎/api/v4‎ یا ‎/api/v4.1‎ به کار می‌برد.',
  },
  'pbx-not-simotel': {
    message: 'آنچه پاسخ می‌دهد API سیموتل نیست (وضعیت {{status}}).',
    nextStep: 'نشانی و درگاه را بررسی کنید. شاید مسیریاب یا صفحهٔ وب پاسخ می‌دهد.',
  },
  'pbx-answer-unreadable': {
    message: 'پاسخ مرکز تلفن برای دایال‌دسک خوانا نبود (وضعیت {{status}}).',
    nextStep: 'دوباره تلاش کنید. اگر همچنان چنین بود به مدیر سامانه بگویید.',
  },
  'pbx-answer-too-large': {
    message: 'پاسخ مرکز تلفن بزرگ‌تر از اندازهٔ پذیرفتنی است.',
    nextStep: 'بررسی کنید که نشانی از آنِ سیموتل شماست.',
  },
  'pbx-server-error': {
    message: 'مرکز تلفن خودش خطا دارد (وضعیت {{status}}).',
    nextStep: 'کمی بعد دوباره تلاش کنید. اگر همچنان چنین بود به مدیر سامانه بگویید.',
  },
  'pbx-rate-limited': {
    message: 'مرکز تلفن درخواست کمتری می‌خواهد.',
    nextStep: 'یک دقیقه صبر و دوباره تلاش کنید.',
  },
  'pbx-bad-request': {
    message: 'مرکز تلفن درخواست را نپذیرفت: {{message}}',
    nextStep: 'تماس‌گیرنده، زمینه و ترانک را در تنظیمات، بخش هویت بررسی کنید.',
  },
  'pbx-credentials-missing': {
    message: 'نام کاربر، گذرواژه یا توکن وارد نشده است.',
    nextStep: 'آنچه را حساب API در سیموتل می‌خواهد وارد کنید.',
  },
  'pbx-credentials-missing/user': {
    message: 'نام کاربر وارد نشده است.',
    nextStep: 'نام کاربر حساب API در سیموتل را وارد کنید.',
  },
  'pbx-credentials-missing/password': {
    message: 'گذرواژه وارد نشده است.',
    nextStep: 'گذرواژهٔ حساب API در سیموتل را وارد کنید.',
  },
  'pbx-credentials-missing/token': {
    message: 'توکن وارد نشده است.',
    nextStep: 'توکن حساب API در سیموتل را وارد کنید، یا ورود بدون توکن را برگزینید.',
  },
  'pbx-credentials-wrong': {
    message: 'مرکز تلفن این کاربر، گذرواژه یا توکن را نمی‌پذیرد.',
    nextStep: 'دوباره وارد کنید. منظور حساب API است، نه تلفن شما.',
  },
  'pbx-access-denied/calls': {
    message: 'این حساب اجازهٔ برقراری تماس ندارد.',
    nextStep: 'از مدیر مرکز تلفن بخواهید در سیموتل به حساب API اجازهٔ تماس دهد.',
  },
  'pbx-access-denied/trunks': {
    message: 'این حساب اجازهٔ دیدن فهرست ترانک‌ها را ندارد.',
    nextStep: 'از مدیر مرکز تلفن بخواهید در سیموتل به حساب API این اجازه را بدهد. تا آن زمان نام را دستی بنویسید.',
  },
  'pbx-access-denied/ping': {
    message: 'این حساب اجازهٔ آزمودن اتصال را ندارد.',
    nextStep:
      'شاید تماس با این حال برقرار شود. از مدیر مرکز تلفن بخواهید در سیموتل به حساب API اجازهٔ این آزمون را بدهد.',
  },
  'pbx-access-denied/other': {
    message: 'این حساب به این بخش سیموتل دسترسی ندارد.',
    nextStep: 'از مدیر مرکز تلفن بخواهید در سیموتل به حساب API اجازه دهد.',
  },
  'pbx-ip-not-permitted': {
    message: 'مرکز تلفن از این رایانه درخواست نمی‌پذیرد.',
    nextStep: 'از مدیر مرکز تلفن بخواهید نشانی این رایانه را به حساب API بیفزاید.',
  },
  'pbx-method-not-allowed': {
    message: 'مرکز تلفن درخواست {{method}} را نمی‌پذیرد.',
    nextStep: 'در تنظیمات، بخش اتصال روش را روی خودکار بگذارید.',
  },
  'pbx-unsupported-media-type': {
    message: 'مرکز تلفن درخواست JSON را نمی‌پذیرد.',
    nextStep: 'نگارش API را در نشانی بررسی کنید.',
  },
  'pbx-service-missing': {
    message: 'این سیموتل {{service}} را ندارد.',
    nextStep: 'نگارش API را در نشانی بررسی کنید، برای نمونه ‎/api/v4‎.',
  },
  'pbx-refused': {
    message: 'مرکز تلفن نپذیرفت: {{message}}',
    nextStep: 'شماره، ترانک و زمینه را بررسی و دوباره تلاش کنید.',
  },
  'destination-invalid/empty': { message: 'هنوز شماره‌ای نیست.', nextStep: 'شماره را بنویسید یا بچسبانید.' },
  'destination-invalid/date': {
    message: 'در این نوشته تاریخ هست.',
    nextStep: 'فقط شماره را، بی‌نشانه میان رقم‌ها، نگه دارید.',
  },
  'destination-invalid/letters': { message: 'حروف را نمی‌توان گرفت.', nextStep: 'فقط شماره را نگه دارید.' },
  'destination-invalid/several-numbers': {
    message: 'به نظر بیش از یک شماره است.',
    nextStep: 'فقط یکی را نگه دارید.',
  },
  'destination-invalid/plus-inside': {
    message: 'نشانهٔ + فقط در ابتدا می‌آید.',
    nextStep: 'آن را پاک کنید یا به ابتدا ببرید.',
  },
  'destination-invalid/too-long': {
    message: 'برای یک شماره بیش از اندازه بلند است.',
    nextStep: 'رقم‌های اضافه، یا شمارهٔ دوم، را پاک کنید.',
  },
  'destination-invalid/too-short': { message: 'شماره کامل نیست.', nextStep: 'بقیهٔ آن را بنویسید.' },
  'destination-invalid/no-digits': { message: 'رقمی در آن نیست.', nextStep: 'شماره را بنویسید یا بچسبانید.' },
  'link-refused/too-long': {
    message: 'از هر پیوندی به یک شماره بلندتر است.',
    nextStep: 'شماره را رونوشت کنید و اینجا بچسبانید.',
  },
  'link-refused/unreadable': {
    message: 'آسیب دیده است و خوانده نمی‌شود.',
    nextStep: 'شماره را رونوشت کنید و اینجا بچسبانید.',
  },
  'link-refused/hidden-characters': {
    message: 'نویسه‌های پنهانی دارد که می‌توانند شماره‌ای را مانند شمارهٔ دیگری نشان دهند.',
    nextStep: 'شماره را خودتان بنویسید.',
  },
  'link-refused/not-a-number': {
    message: 'شماره تلفنی در آن نیست.',
    nextStep: 'شماره را بنویسید، یا رونوشت کنید و اینجا بچسبانید.',
  },
  'link-refused/not-dial': {
    message: 'دایال‌دسک نمی‌داند چه می‌خواهد.',
    nextStep: 'پیوندهای خود آن با \u2068dialdesk://dial/\u2069 و شماره آغاز می‌شوند.',
  },
  'link-refused/parameter': {
    message: 'آنچه کنار شماره می‌گوید نمی‌تواند درست باشد.',
    nextStep: 'شماره را رونوشت کنید و اینجا بچسبانید.',
  },
  'caller-missing': {
    message: 'دایال‌دسک هنوز تلفن خود شما را نمی‌شناسد.',
    nextStep: 'داخلی خود را در تنظیمات، بخش هویت وارد کنید؛ نخست همان زنگ می‌خورد.',
  },
  'caller-invalid': {
    message: 'شمارهٔ خود شما با این نوشته گرفته نمی‌شود.',
    nextStep: 'آن را در تنظیمات، بخش هویت درست کنید.',
  },
  'dialplan-context-missing': {
    message: 'زمینهٔ شماره‌گیری خالی است.',
    nextStep: 'آن را در تنظیمات، بخش هویت وارد کنید؛ در سیموتل بیشتر main_routing است.',
  },
  'caller-trunk-missing': {
    message: 'تلفن خود شما شماره‌ای بیرونی است و ترانک می‌خواهد.',
    nextStep: 'اینجا یا در تنظیمات، بخش هویت ترانک را انتخاب کنید.',
  },
  'callee-is-caller': { message: 'این شمارهٔ خود شماست.', nextStep: 'شمارهٔ طرف مقابل را بنویسید.' },
  'program-ending': {
    message: 'دایال‌دسک در حال بسته شدن است و شماره‌ای گرفته نشد.',
    nextStep: 'برای تماس دوباره آن را باز کنید.',
  },
  'dial-rule-blocked': {
    message: 'قاعدهٔ {{rule}} این شماره را مسدود می‌کند ({{reason}}).',
    nextStep: 'شمارهٔ دیگری بگیرید، یا قاعده را در تنظیمات، بخش قاعده‌های شماره‌گیری تغییر دهید.',
  },
  'dial-rule-undialable': {
    message: 'قاعدهٔ {{rule}} از آن شماره‌ای نمی‌سازد.',
    nextStep: 'قاعده را در تنظیمات، بخش قاعده‌های شماره‌گیری درست کنید، یا شماره را عیناً بگیرید.',
  },
  'dial-stopped/pbx-unreachable': {
    message: 'مرکز تلفن اکنون در دسترس نیست.',
    nextStep: 'منتظر اتصال بمانید، یا با این حال امتحان کنید.',
  },
  'dial-stopped/own-phone-unavailable': {
    message: 'تلفن خود شما به مرکز تلفن متصل نیست.',
    nextStep: 'به تلفن خود نگاه کنید، یا با این حال تماس بگیرید.',
  },
  'dial-stopped/own-phone-in-use': {
    message: 'تلفن خود شما مشغول است.',
    nextStep: 'نخست آن تماس را پایان دهید، یا با این حال تماس بگیرید.',
  },
  'dial-stopped/trunk-unavailable': {
    message: 'ترانک {{trunkName}} قطع است.',
    nextStep: 'ترانک دیگری انتخاب کنید، یا با این حال تماس بگیرید.',
  },
  'dial-stopped/trunk-missing': {
    message: 'ترانک {{trunkName}} در این مرکز تلفن نیست.',
    nextStep: 'ترانک دیگری انتخاب کنید، قاعده یا تنظیم را درست کنید، یا با این حال تماس بگیرید.',
  },
  'dial-stopped/do-not-call': {
    message: 'با {{name}} نباید تماس گرفت.',
    nextStep: 'از آن بگذرید، یا با این حال تماس بگیرید.',
  },
  'dial-stopped/blacklisted': {
    message: 'این شماره در فهرست سیاه مرکز تلفن است.',
    nextStep: 'از آن بگذرید، یا با این حال تماس بگیرید.',
  },
  'dial-stopped/not-checked': {
    message: 'بررسی نشد که آیا نباید با این شماره تماس گرفت.',
    nextStep: 'کمی بعد دوباره امتحان کنید، یا با این حال تماس بگیرید.',
  },
  'dial-stopped/quiet-hours': {
    message: 'تا {{until}} تماس بیرونی گرفته نمی‌شود.',
    nextStep: 'بعداً تماس بگیرید، یا با این حال تماس بگیرید.',
  },
  'originate-in-flight': {
    message: 'تماسی در حال برقراری است.',
    nextStep: 'منتظر پاسخ مرکز تلفن بمانید.',
  },
  'call-already-under-way': {
    message: 'تماس با این شماره در جریان است.',
    nextStep: 'به تلفن خود نگاه کنید یا تا پایان آن صبر کنید.',
  },
  'settings-invalid': {
    message: 'مقدار {{field}} پذیرفتنی نیست: {{reason}}',
    nextStep: 'آن را درست کنید. تا آن هنگام مقدار پیشین می‌ماند.',
  },
  'profile-in-call': {
    message: 'تماسی در جریان است.',
    nextStep: 'نخست آن را پایان دهید؛ دایال‌دسک از نمایهٔ دیگر ادامهٔ آن را نمی‌بیند.',
  },
  'profile-name-empty': {
    message: 'در این نام چیزی دیده نمی‌شود.',
    nextStep: 'نامی با حرف یا رقم به نمایه بدهید.',
  },
  'profile-name-taken': {
    message: 'نمایهٔ دیگری {{name}} نام دارد.',
    nextStep: 'نام دیگری برگزینید تا از هم شناخته شوند.',
  },
  'provisioning-unreadable': {
    message: 'پروندهٔ راه‌اندازی {{file}} خوانده نمی‌شود: {{reason}}',
    nextStep: 'تنظیمات شما تغییری نکرد. به مدیر سامانه بگویید.',
  },
  'provisioning-invalid': {
    message: 'پروندهٔ راه‌اندازی در {{field}} اشتباه دارد: {{reason}}',
    nextStep: 'تنظیمات شما تغییری نکرد. به مدیر سامانه بگویید.',
  },
  'import-file/unreadable': {
    message: 'پرونده خوانده نمی‌شود.',
    nextStep: 'بررسی کنید که پرونده سر جایش باشد و اجازهٔ باز کردن آن را داشته باشید؛ سپس دوباره انتخابش کنید.',
  },
  'import-file/empty': {
    message: 'چیزی در این پرونده نیست.',
    nextStep: 'مخاطبان را یک بار دیگر از برنامه‌ای که در آن هستند صادر کنید.',
  },
  'import-file/too-large': {
    message: 'پرونده بزرگ‌تر از ۲۰۰ مگابایت است.',
    nextStep: 'هنگام خروجی گرفتن، عکس‌ها را کنار بگذارید یا آن را به پرونده‌های کوچک‌تر بخش کنید.',
  },
  'import-file/workbook': {
    message: 'این پرونده یک کارپوشه است، نه پرونده‌ای متنی.',
    nextStep: 'آن را در اکسل باز کنید، با قالب CSV UTF-8 ذخیره کنید و همان پرونده را برگزینید.',
  },
  'import-file/binary': {
    message: 'این پروندهٔ مخاطبان نیست.',
    nextStep: 'یک پروندهٔ CSV یا vCard انتخاب کنید.',
  },
  'import-file/changed': {
    message: 'پرونده پس از انتخاب شما تغییر کرده است.',
    nextStep: 'دوباره انتخابش کنید.',
  },
  'import-file/too-many': {
    message: 'بیش از ۲۵۰٬۰۰۰ مخاطب در این پرونده است.',
    nextStep: 'آن را به پرونده‌های کوچک‌تر بخش کنید. چیزی وارد نشد.',
  },
  'export-not-written': {
    message: 'پروندهٔ {{file}} نوشته نشد.',
    nextStep: 'بررسی کنید که نوشتن در آن پوشه مجاز باشد و دیسک پر نباشد، یا جای دیگری برگزینید.',
  },
  'exchange-busy': {
    message: 'وارد کردن یا خروجی گرفتن دیگری هنوز در جریان است.',
    nextStep: 'تا پایان آن صبر کنید یا لغوش کنید.',
  },
  'contact-empty': {
    message: 'این مخاطب نه نام دارد، نه شرکت و نه شماره.',
    nextStep: 'یکی از آن‌ها را بنویسید.',
  },
  'contact-number-invalid': {
    message: '«{{written}}» هیچ رقمی ندارد و نمی‌توان با آن تماس گرفت.',
    nextStep: 'شماره را درست کنید یا بردارید.',
  },
  'contact-read-only': {
    message: 'این مخاطب از مرکز تلفن آمده است و اینجا تغییر نمی‌کند.',
    nextStep: 'از مدیر مرکز تلفن بخواهید، یا مخاطبی از خودتان با همین شماره ذخیره کنید.',
  },
  'contact-too-large': {
    message: 'شماره‌ها یا یادداشت همهٔ آن‌ها با هم برای یک مخاطب زیاد است.',
    nextStep: 'هر بار چند مخاطب کمتر را یکی کنید.',
  },
  'contact-gone': {
    message: 'این مخاطب دیگر وجود ندارد.',
    nextStep: 'دوباره جستجو کنید، یا آن را به‌عنوان مخاطب تازه ذخیره کنید.',
  },
  'contact-undo-gone': {
    message: 'این کار دیگر قابل بازگشت نیست.',
    nextStep: 'مخاطب را دستی ویرایش یا دوباره وارد کنید.',
  },
  'secrets-locked': {
    message: 'گذرواژهٔ ذخیره‌شده اکنون باز نمی‌شود.',
    nextStep: 'دسته‌کلید این رایانه را باز و برنامه را دوباره اجرا کنید، یا گذرواژه را دوباره بنویسید.',
  },
  'secrets-not-saved': { message: 'گذرواژه ذخیره نشد.', nextStep: 'تنظیمات، بخش رمزها را ببینید.' },
  'storage-failed': {
    message: 'تاریخچهٔ تماس خوانده یا نوشته نمی‌شود.',
    nextStep: 'پر نبودن دیسک را بررسی و دایال‌دسک را دوباره اجرا کنید.',
  },
  'input-invalid': { message: 'مقدار {{field}} پذیرفتنی نیست.', nextStep: 'آن را درست و دوباره تلاش کنید.' },
  'start-with-system-refused': {
    message: 'سیستم این تغییر را نپذیرفت ({{reason}}).',
    nextStep: 'آن را در تنظیمات میز کار خود تغییر دهید، یا از مدیر خود بپرسید.',
  },
  'opener-missing': {
    message: 'این رایانه برنامه‌ای برای باز کردن صفحهٔ وب ندارد.',
    nextStep: 'از مدیر مرکز تلفن بخواهید xdg-utils را نصب کند که xdg-open در آن است.',
  },
  'page-not-opened': {
    message: 'سامانه صفحه را باز نکرد.',
    nextStep: 'ببینید کدام مرورگر پیش‌فرض است و دوباره تلاش کنید.',
  },
  'pages-too-many': {
    message: 'در {{seconds}} ثانیه، صفحه‌های حداکثر {{calls}} تماس باز می‌شود.',
    nextStep: 'اندکی صبر کنید، سپس صفحه را از روی تماس یا تاریخچه باز کنید.',
  },
  'not-found': { message: 'این مورد دیگر وجود ندارد.', nextStep: 'نما را دوباره باز کنید.' },
  internal: {
    message: 'خطایی درون دایال‌دسک رخ داد (رخداد {{incidentId}}).',
    nextStep: 'دوباره تلاش کنید. اگر تکرار شد شمارهٔ رخداد را به مدیر سامانه بدهید.',
  },
};
