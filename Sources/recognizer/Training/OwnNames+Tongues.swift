extension OwnNames {
  /// Names of a tongue that the tables lack.
  struct Tongue {
    enum Order {
      case plain, familyFirst, patronymic, arabic, double
    }

    var order: Order
    var given: [String]
    var family: [String]
    /// Second syllables, or fathers' names.
    var second: [String]

    init(_ order: Order, _ given: String, _ family: String, _ second: String = "") {
      self.order = order
      self.given = given.split(separator: " ").map { String($0.replacing("_", with: " ")) }
      self.family = family.split(separator: " ").map { String($0.replacing("_", with: " ")) }
      self.second = second.split(separator: " ").map { String($0) }
    }
  }

  static let tongues: [Tongue] = [
    arabic, arabic, levant, maghreb, korean, chinese, chinese, vietnamese, burmese, khmer, russian,
    russian, ukrainian, serbian, bulgarian, polish, georgian, armenian, kazakh, persian, pashto,
    kurdish, ethiopian, somali, swahili, ugandan, rwandan, shona, akan, mandinka, wolof, congolese,
    sudanese, indian, tamil, bengali, sinhalese, nepali, filipino, malay, spanish, brazilian,
    haitian, israeli, turkish, greek, albanian, mongolian, maori,
  ]

  private static let arabic = Tongue(
    .arabic,
    """
    Ahmed Mohammed Mahmoud Khaled Omar Youssef Hassan Hussein Faisal Saleh Tariq Nasser Salman \
    Walid Ziad Bilal Hamza Ibrahim Ismail Jamal Karim Khalil Majid Mansour Mustafa Nabil Qasim \
    Rashid Saad Samir Sami Talal Yahya Zayed Fatima Aisha Maryam Layla Noura Huda Amal Samira \
    Rania Hanan Zainab Khadija Abdulrahman Abdullah Abdulaziz Abdelfattah Muhannad Osama Adnan
    """,
    """
    al-Hashimi al-Jaberi al-Masri al-Tamimi al-Dulaimi al-Shammari al-Otaibi al-Harbi al-Qahtani \
    al-Zahrani al-Rubaie al-Obeidi al-Khatib al-Najjar al-Bayati al-Sudani al-Maliki al-Amiri \
    al-Kaabi al-Mutairi al-Ghamdi al-Saadi al-Hakim al-Jubouri al-Sharif al-Houri Al-Ahmad \
    Al-Mansouri Al-Rashidi Al-Suwaidi Al-Thani Al-Balushi el-Sayed el-Deeb El-Shenawy El-Fiqi
    """,
    """
    Ali Saeed Hamad Khalifa Sultan Mubarak Mohammed Abdullah Salem Nasser Rahman Karim Majid Zayed \
    Hamdan Fahd Turki Bandar Saif Marzouk
    """)
  private static let levant = Tongue(
    .plain,
    """
    Samer Rami Fadi Nadim Walid Elias Georges Bassam Ghassan Marwan Nizar Riad Hala Rima Nadine \
    Lina Maha Dalal Suha Ayman Bashar Issam Jihad Raed Wissam Yasser Hisham Iyad Anas
    """,
    """
    Haddad Khoury Nasrallah Hariri Aoun Gemayel Salam Shehadeh Barghouti Dahlan Erekat Qawasmi \
    Tarazi Shaheen Zaidan Kanaan Mikati Siniora Jumblatt Saadeh Abboud Abu_Rahma Abu_Ghosh \
    Abdel_Rahman Abdel_Hadi Awwad Daraghmeh Salameh Tamari Zughayer
    """)
  private static let maghreb = Tongue(
    .plain,
    """
    Abdelmajid Abdelkader Rachid Mourad Slimane Yassine Nabila Latifa Habib Moncef Hichem Lotfi \
    Noureddine Hocine Djamila Houria Mehdi Soufiane Zohra Larbi Taoufik Ridha
    """,
    """
    Ben_Ali Ben_Salem Bensalah Boukadoum Benflis Ouyahia Belhadj Bouazizi Chahed Jomaa Essebsi \
    Jebali Laarayedh Boumediene Zeroual Benkirane El_Othmani Akhannouch Lamrani Haftar Sarraj \
    Mesmari Bashagha Dbeibah Ould_Daddah Ould_Taya Ghazouani
    """)
  private static let korean = Tongue(
    .familyFirst,
    """
    Jong- Sang- Min- Ji- Hyun- Sung- Young- Kyung- Jae- Dong- Seung- Ki- Chang- Eun- Hye- Yoon- \
    Moon- Tae- Soo- Kwang- Byung-
    """,
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong",
    "un hoon soo jin hee ho min woo young sook kyu il chul suk in hyun ja ok won bin")
  private static let chinese = Tongue(
    .familyFirst,
    """
    Zhi Wen Jian Xiao Guo Hai Yong Wei Li Ming Zhong Jia Jing Chun Dong Bao Qing Shao Yu Rong
    """,
    """
    Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang \
    Xie Tang Deng Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lü Ding
    """,
    """
    ping hua guo ming jun fang min hui qiang ling \
    mei feng tao bin hong long lin cheng yan xia zhen
    """)
  private static let vietnamese = Tongue(
    .familyFirst, "Van_ Thi_ Xuan_ Duc_ Minh_ Quoc_ Ngoc_ Huu_ Thanh_ Dinh_",
    "Nguyen Tran Le Pham Vu Vo Dang Bui Do Ho Ngo Duong Phan Truong",
    "Hung Dung Hoa Lan Huong Phuc Trong Chinh Quang Linh Hai Tuan Mai Thao Long Son Anh")
  private static let burmese = Tongue(
    .plain, "Aung Min Thein Khin Win Than Nyan Zaw Myo Soe Ko_Ko Daw_Mya Su_Su Kyaw Hla Tin",
    "Maung Hlaing Sein Nyunt Myint Shwe Tun Thu Htun Oo Naing Lwin Zaw Swe Kyi Htay Aye")
  private static let khmer = Tongue(
    .plain, "Hun Sam Sok Chea Kem Meas Tep Prak Chhim Keo Nhek Ros",
    "Sokha Vannak Rithy Sophal Dara Bopha Chantha Phalla Samnang Sovann Vuthy Kosal")
  private static let russian = Tongue(
    .plain,
    """
    Sergei Dmitry Alexei Mikhail Nikolai Vladimir Andrei Pavel Ivan Oleg Igor Viktor Yevgeny Boris \
    Gennady Anatoly Konstantin Maxim Olga Natalia Irina Svetlana Tatiana Yelena Lyudmila Galina
    """,
    """
    Sokolov Kuznetsov Volkov Lebedev Morozov Orlov Zaitsev Belyakov Gusev Kiselyov Makarov \
    Zhirkov Tarasov Belov Ryabkov Filatov Kudryashov Shchukin Bogdanovich Rogozhin Ivanova \
    Petrova Smirnova Sokolova Voronina Zakharchenko Ulyukov Dvorkin Chernov Zhukovsky
    """)
  private static let ukrainian = Tongue(
    .plain,
    """
    Oleksandr Volodymyr Mykola Andriy Serhiy Yuriy Petro Vitaliy Taras Bohdan Dmytro Yevhen \
    Iryna Oksana Nataliya Halyna Olena Kateryna Mariana Ruslan Denys
    """,
    """
    Shevchuk Kovalenko Bondarenko Tkachenko Kravchuk Melnyk Oliynyk Savchenko Hryhorenko Lysenko \
    Marchenko Rudenko Pavlenko Moroz Koval Hnatiuk Stefanyk Yatsenko Zinchenko Kushnir Danylyuk
    """)
  private static let serbian = Tongue(
    .plain,
    """
    Dragan Milan Zoran Slobodan Goran Nebojša Vuk Aleksandar Ratko Momčilo Jelena Vesna Ljiljana \
    Snežana Branko Darko Nikola Stevan Haris Emir Senad Alija Mirsad Amra
    """,
    """
    Jovanović Petrović Marković Đorđević Stojanović Ilić Pavlović Lukić Krstić Nikolic Simic \
    Stanišić Delić Halilović Izetbegovic Hadžić Begović Ivanovic Mladenovic Tadić Obradovic Živković
    """)
  private static let bulgarian = Tongue(
    .plain,
    """
    Boyko Georgi Dimitar Ivaylo Plamen Rumen \
    Stoyan Todor Tsvetan Kiril Desislava Mariya
    """,
    "Dimitrov Georgiev Stoyanov Petkov Todorov Kostov Radev Yanev Angelova Ivanchev Zahariev")
  private static let polish = Tongue(
    .plain,
    """
    Andrzej Jarosław Zbigniew Krzysztof Tomasz Piotr \
    Marek Grzegorz Małgorzata Ewa Agnieszka Beata
    """,
    """
    Kowalski Nowak Wiśniewski Wójcik Kowalczyk Zieliński Szymański Dąbrowska Jabłoński Kwiatkowska \
    Grabowski Pawlak Wieczorek Sadowski Cichocki Rzepliński
    """)
  private static let georgian = Tongue(
    .plain, "Giorgi Irakli Zurab Davit Levan Nino Tamar Vakhtang Otar Mamuka Salome Eka",
    """
    Beridze Kapanadze Gelashvili Maisuradze \
    Lomidze Kvirikashvili Tsereteli Javakhishvili Gogoladze
    """)
  private static let armenian = Tongue(
    .plain, "Armen Hovik Tigran Vahan Karen Serzh Nikol Ashot Gayane Anahit Ruben Arsen",
    "Petrosyan Sargsyan Hakobyan Grigoryan Harutyunyan Avetisyan Manukyan Galstyan Ter-Petrosyan")
  private static let kazakh = Tongue(
    .plain,
    "Nursultan Kassym Askar Bakhyt Daniyar Yerlan Aigul Dinara Almazbek Kurmanbek Bolat Shavkat",
    "Abenov Tulegenov Nurpeisov Akhmetov Zhaksybekov Bekturov Sultanbayev Karimov Rahimov Jeenov")
  private static let persian = Tongue(
    .plain,
    """
    Mohammad Ali Hossein Mehdi Reza Javad Mahmoud Akbar Saeed Hamid Nasrin Shirin Maryam Narges \
    Bahram Kaveh Ebrahim Gholam Parviz Masoud
    """,
    """
    Karimi Hosseini Ahmadi Rezaei Mousavi Rahimi Larijani Zarif Salehi Jalili Karroubi Sotoudeh \
    Mohammadi Tehrani Shirazi Esfahani Rafsanjani Baghaei Soleimanpour Khorasani Araghi Ghalib
    """)
  private static let pashto = Tongue(
    .plain,
    """
    Abdul Gul Hamid Ashraf Rahmatullah Zabihullah Sirajuddin Hibatullah Noor Malala Mirwais Amrullah \
    Gulbuddin Asadullah Fazal Haji Sher Aminullah Habibullah Najibullah
    """,
    """
    Khan Wardak Popalzai Stanikzai Mujahid Haqyar Noorzai Achakzai Zadran Yousafzai Afridi Mehsud \
    Ghani Hekmati Akhundzada Barakzai Durrani Shinwari Sherzai Mangal
    """)
  private static let kurdish = Tongue(
    .plain,
    """
    Masoud Nechirvan Jalal Barham Qubad Hoshyar \
    Selahattin Leyla Mazloum Rojda Azad Serok
    """,
    "Barwari Zebari Salih Talib Demirbag Kurdo Kobani Sinjari Hawrami Dosky Bayik Karayilan")
  private static let ethiopian = Tongue(
    .patronymic,
    """
    Abiy Hailemariam Tewodros Mulatu Getachew Debretsion Berhanu Girma Tsegaye Workneh Birtukan \
    Sahle Haile Almaz Meseret Kenenisa Tirunesh Demeke Isaias Yemane
    """,
    """
    Desalegn Teshome Gebre Gebremichael Tadesse Bekele Kebede Alemu Wolde Woldemariam Mengistu \
    Tesfaye Negash Gebreselassie Assefa Mekonnen Zewde Lemma Jemal Afwerki
    """)
  private static let somali = Tongue(
    .plain,
    """
    Mohamed Abdi Hassan Ahmed Yusuf Ali \
    Farah Hodan Ifrah Abdirahman Abdiweli Mukhtar Asha
    """,
    """
    Warsame Jama Guled Farole Godane Robow Shirdon \
    Farmajo Gedi Abshir Egal Duale Elmi Hersi Nur
    """)
  private static let swahili = Tongue(
    .plain,
    """
    Uhuru Raila Jakaya Wangari Njoroge Kipchoge Mwai Musalia Kalonzo Achieng Otieno Wanjiku Juma \
    Kamau Mutua Barasa Chebet Makau Neema Amani Ngugi
    """,
    """
    Odhiambo Kimani Kiprotich Mwangi Wafula Karanja Mutunga Ochieng Njenga Kariuki Cheruiyot Magufa \
    Mkapa Nyerewa Kikwe Lissuo wa_Mutharo wa_Kimani wa_Njeri ole_Sankan arap_Sang Wanyama
    """)
  private static let ugandan = Tongue(
    .plain, "Yoweri Kizza Amama Godfrey Apollo Okello Nakato Mugisha Akello Robert Winnie Ssebo",
    """
    Musoke Mukasa Byaruhanga Ssempala Kyagulanyi \
    Okot Odongo Nabukenya Tumwine Kayihura Oyelaran
    """)
  private static let rwandan = Tongue(
    .plain,
    """
    Jean_Bosco Emmanuel Faustin Innocent Immaculée \
    Agathe Félicien Pacifique Diane Olive
    """,
    """
    Habyarimo Ntagandi Nkurunzi Uwimana Mukamana \
    Bizimungo Nsengiyumva Kabuye Twagira Ndayisenga
    """)
  private static let shona = Tongue(
    .plain,
    """
    Tendai Emmerson Tafadzwa Nelson Farai \
    Rutendo Joice Sibusiso Thabo Lindiwe Nkosazana
    """,
    """
    Chamisa Moyo Chiwenga Mutasa Mangwana Sithole Dlamini Nkosi Mokoena Khumalo Mabuza Zondo \
    Motlanthe Mahlangu Tsvangira Ncube
    """)
  private static let akan = Tongue(
    .plain,
    """
    Kwame Kofi Kwabena Yaw Akosua Ama Nana \
    Efua Kojo Abena Chukwuma Ngozi Olusegun Amina
    """,
    """
    Mensah Owusu Boateng Asante Osei Agyeman Amoako Bawumia Okonjo Adichie Obasi Adeyemi Okafor \
    Nwosu Balogun Oyedepo Danjuma Buharu Ikpeazu
    """)
  private static let mandinka = Tongue(
    .plain,
    """
    Ibrahim Boubacar Amadou Alpha Modibo Fanta \
    Aminata Moussa Ousmane Seydou Blaise Adama
    """,
    """
    Traoré Keïta Coulibaly Diarra Touré Sissoko \
    Condé Camara Ouédraogo Kaboré Sankara Doumbia Cissé
    """)
  private static let wolof = Tongue(
    .plain, "Macky Abdoulaye Ousmane Awa Cheikh Mamadou Fatou Khady Idrissa Bassirou Yaya Adja",
    "Diop Ndiaye Fall Sow Gueye Sonkowa Faye Mbaye Seck Sarr Jammo Barrow Jallow Ceesay")
  private static let congolese = Tongue(
    .plain, "Joseph Moïse Félix Vital Étienne Jean-Pierre Denis Bosco Faustin-Archange Martine",
    "Katumba Tshiseko Kamerhe Mbemba Lumbala Kabund Mukwege Ntumba Ilunga Mutombo Touadéra Ngoma")
  private static let sudanese = Tongue(
    .plain, "Salva Riek Pagan Deng Garang Taban Nhial Rebecca Akol Omer Hamdok Minni",
    "Kiir Machar Amum Alor Gai Malual Mabior Arop Lual Ajak Chol Duop Bashiri Minnawi")
  private static let indian = Tongue(
    .plain,
    """
    Rajesh Arvind Sunita Amit Narendra Manmohan Priyanka Sonia Anil Vijay Deepak Suresh Meera Kavita \
    Lalit Yogendra Prakash Ravi Sushma Nirmala
    """,
    """
    Sharma Gupta Verma Patel Yadav Singh Joshi Deshmukh Chauhan Mishra Tiwari Kejrival Mehta Rao Reddy \
    Naidu Pawar Thakre Bhushan Iyer Menon
    """)
  private static let tamil = Tongue(
    .plain, "S. M. K. R. T._N. A._P._J. V. Karthik Selvam Lakshmi Murugan Velupillai Arul",
    """
    Sivakumar Ramachandran Palaniswami Subramanian \
    Karunaratnam Chidambaran Natarajan Swaminathan
    """)
  private static let bengali = Tongue(
    .plain,
    """
    Sheikh Khaleda Muhammad Abdul Mizanur Rafiqul \
    Shirin Nasrin Kamal Anisul Mahbub Tarique
    """,
    """
    Rahman Hossain Chowdhury Islam Khatun Begum \
    Alam Haque Sarkar Mukherjee Banerjee Bhattacharya
    """)
  private static let sinhalese = Tongue(
    .plain, "Mahinda Ranil Maithripala Chandrika Gotabaya Sarath Sajith Lasantha Dinesh Kumari",
    """
    Wickrama Jayasuriya Bandara Perera Fernando \
    Gunawardena Dissanayake Senanayake Ratnayake Silva
    """)
  private static let nepali = Tongue(
    .plain, "Pushpa_Kamal Madhav_Kumar Bidhya Ram_Baran Sher_Bahadur Tshering Dorji Jigme Pasang",
    "Thapa Koirala Gurung Bhandari Adhikari Bhattarai Shrestha Sherpa Rai Tamang Tobgay Wangchuk")
  private static let filipino = Tongue(
    .plain, "Rodrigo Benigno Maria_Lourdes Jejomar Leila Grace Panfilo Antonio Corazon Emmanuel",
    """
    Dela_Cruz Santos Reyes Macaraeg Villanueva \
    Lacsonio Pangilinan Magsaysay Batungbakal De_Lima
    """)
  private static let malay = Tongue(
    .plain,
    """
    Mahathir Anwar Najib Siti Nurul Ahmad Tengku \
    Wan Joko Susilo Megawati Prabowo Retno Budi
    """,
    """
    Hamzah Razali Zulkifli Ismail Widodoyo Subianta \
    Wirantono Suryadi Pranoto Harun Sukarnoto bin_Musa
    """)
  private static let spanish = Tongue(
    .double,
    """
    Álvaro Hernán Evo Nicolás Rafael Gustavo Dilma Michelle Ollanta Keiko Andrés Manuel Xiomara \
    Daniel Rosario Claudia Ernesto Leopoldo Yadira Guadalupe Ximena
    """,
    """
    Uribe Quispe Mamani Maldonado Zelayo Ortega Cárdenas Ochoa Echeverría Bolaños Urrutia Arce \
    Iturralde Peralta Restrepo Santander Zambrano Yupanqui Humalo Figueroa Ybarra
    """)
  private static let brazilian = Tongue(
    .double, "Luiz Dilson Aécio Geraldo Fernando Marielle João Thiago Jair Marina Tarcísio Simone",
    """
    Carvalho Teixeira da_Silva dos_Santos de_Moraes \
    Cardoso Nogueira Barroso Calheiros Pinheiro Lula
    """)
  private static let haitian = Tongue(
    .plain,
    """
    Jean-Bertrand René Michel Jocelerme Wyclef \
    Jovenel Mirlande Edwidge Garry Marie-Claude
    """,
    """
    Préval Manigat Célestin Moïse Laurent \
    Privert Conille Lamothe Duvalier Dessalines Pierre-Louis
    """)
  private static let israeli = Tongue(
    .plain, "Ehud Yair Tzipi Shimon Avigdor Naftali Yitzhak Ariel Ayelet Moshe Gadi Noa Dov Yael",
    """
    Ben-Ari Bar-Lev Shapira Levi Mizrahi Peretz \
    Goldstein Ya'alonit Ashkenazi Eldad Katz Ben-David
    """)
  private static let turkish = Tongue(
    .plain, "Recep Kemal Ahmet Abdullah Bülent Devlet Meral Ekrem Süleyman Hülya Can Hakan Emine",
    """
    Yıldırım Yılmaz Davut Öztürk Kılıç Çelik Aydın \
    Şahin Doğan Arslan Demir Koç Gökçek Bahçeli Erdem
    """)
  private static let greek = Tongue(
    .plain, "Alexis Yanis Kyriakos Antonis Evangelos Panagiotis Nikos Dora Giorgos Eleni Stavros",
    "Papadakis Karamanos Papandreas Samaridis Stathopoulos Venizis Georgiou Theodorakos Katsaros")
  private static let albanian = Tongue(
    .plain, "Hashim Edi Sali Ramush Albin Ilir Vjosa Atifete Isa Bujar Ismail Besa",
    """
    Thaqi Berishi Haradini Kurtaj Metani Osmanaj \
    Jahjaga Nishani Mustafaj Limaj Gashi Krasniqi Hoxha
    """)
  private static let mongolian = Tongue(
    .plain, "Tsakhia Nambar Sükhbaatar Batbold Khaltmaa Ukhnaa Oyun Ganbold",
    "Elbegdor Enkhbayar Batmunkh Khürelsükh Bayartsogt Oyungerel Amarjargal")
  private static let maori = Tongue(
    .plain, "Tariana Hone Winston Te_Ururoa Nanaia Rawiri Sitiveni Voreqe Manasseh Sam Feleti",
    "Tamihere Harawira Mahuta Waititi Rabuko Bainira Sogavaro Turia Flavel Sevele Kaveinga")
}
